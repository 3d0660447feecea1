package io.throughline.local.chaos;

import io.throughline.kernel.CustomerId;
import io.throughline.local.LocalRunRefused;
import io.throughline.local.demo.LineView;
import io.throughline.simulators.netsuite.NetSuite;
import io.throughline.simulators.salesforce.Org;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Customers who have an account in Salesforce. Just before a kill one of them is edited there and
 * in the ERP, each in another field: in the end both sides must say both.
 */
final class EditedCustomers {
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Wall time; the ERP is asked for changes every ten seconds. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Org org;
  private final NetSuite erp;
  private final LineView view;
  private final int customers;
  private final List<String> accounts = new ArrayList<>();
  private int edited;

  /**
   * @param customers so many are edited
   */
  EditedCustomers(Org org, NetSuite erp, LineView view, int customers) {
    this.org = org;
    this.erp = erp;
    this.view = view;
    this.customers = customers;
  }

  private static CustomerId id(int number) {
    return new CustomerId("EDITED-" + number);
  }

  private static String phone(int number) {
    return "+1 555 01" + number;
  }

  private static String name(int number) {
    return "Renamed " + number;
  }

  void register() {
    for (var number = 1; number <= customers; number++) {
      var account = new HashMap<String, @Nullable String>();
      account.put("AccountNumber", id(number).value());
      account.put("Name", "Named " + number);
      account.put("OwnerId", "005000000000001AAA");
      account.put("CurrencyIsoCode", "USD");
      account.put("BillingStreet", "1 Mill Lane");
      account.put("BillingCity", "Riverton");
      account.put("BillingCountryCode", "NL");
      accounts.add(org.enter("Account", null, account));
    }
  }

  /** One more of them, once the ERP has it. */
  void edit() throws InterruptedException {
    if (edited < customers && awaits(() -> isKnown(edited + 1))) {
      edited++;
      erp.editCustomer(id(edited).value(), Map.of("phone", phone(edited)));
      var name = new HashMap<String, @Nullable String>();
      name.put("Name", name(edited));
      org.enter("Account", accounts.get(edited - 1), name);
    }
  }

  private boolean isKnown(int number) throws InterruptedException {
    try {
      return !view.knownToErp(List.of(id(number))).isEmpty();
    } catch (LocalRunRefused _) {
      return false; // the query side is busy
    }
  }

  /** Waits until both sides say both, or patience is over. */
  Invariant inTheEnd() throws InterruptedException {
    var _ = awaits(() -> differences().isEmpty());
    return new Invariant(
        "what was edited of a customer on either side stands on both", 2 * edited, differences());
  }

  private List<String> differences() {
    var differences = new ArrayList<String>();
    for (var number : IntStream.rangeClosed(1, edited).toArray()) {
      var phone =
          org.recordOf("Account", accounts.get(number - 1)).map(it -> it.get("Phone")).orElse("");
      if (!Objects.equals(phone, phone(number))) {
        differences.add(
            "Salesforce has the phone number %s of %s, the ERP %s"
                .formatted(phone, id(number), phone(number)));
      }
      var name = erp.customerField(id(number).value(), "companyName");
      if (!name.equals(name(number))) {
        differences.add(
            "The ERP has the name %s of %s, Salesforce %s"
                .formatted(name, id(number), name(number)));
      }
    }
    return List.copyOf(differences);
  }

  @FunctionalInterface
  private interface Question {
    boolean isSo() throws InterruptedException;
  }

  /** Whether it is so before patience is over. */
  private static boolean awaits(Question question) throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!question.isSo()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(LOOK);
    }
    return true;
  }
}
