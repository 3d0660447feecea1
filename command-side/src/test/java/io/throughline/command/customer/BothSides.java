package io.throughline.command.customer;

import io.throughline.command.customer.CustomerCommand.ConfirmCustomer;
import io.throughline.command.customer.CustomerCommand.ConfirmInCrm;
import io.throughline.command.customer.CustomerCommand.MendCustomer;
import io.throughline.command.customer.CustomerCommand.RefuseInCrm;
import io.throughline.command.customer.CustomerCommand.TakeFromCrm;
import io.throughline.command.customer.CustomerCommand.TakeFromErp;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Role;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.customer.FieldChange;
import io.throughline.kernel.customer.FieldValue;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.fulfilment.Remedy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer's account in Salesforce, its records in two ERP accounts, people who edit all of them,
 * and the real decisions between. Whatever goes over a wire is begun at one time and ends at
 * another, if its answer is not lost.
 */
final class BothSides {
  static final CustomerId ACME = new CustomerId("ACME");
  static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");
  static final List<String> ERPS = List.of("netsuite", "legacy");
  static final int MOST_ROUNDS = 50;

  private final Random random;
  private final List<CustomerEvent> history = new ArrayList<>();
  private final Map<String, Map<CustomerField, FieldValue>> erps = new LinkedHashMap<>();
  private final Set<String> everStated = new HashSet<>();
  private final List<String> overwritten = new ArrayList<>();
  private final Deque<Runnable> underWay = new ArrayDeque<>();
  private Agreement agreement = Agreement.NONE;
  private Particulars crm =
      new Particulars(
          "Acme Works",
          "Jo Doe",
          "jo@acme.example",
          "+31 20 000",
          address("Acme Works", "1 Mill Lane"),
          Currency.getInstance("EUR"),
          "005");
  private int crmModified;
  private int writes;
  private int values;

  BothSides(Random random) {
    this.random = random;
    ERPS.forEach(erp -> erps.put(erp, new EnumMap<>(CustomerField.class)));
  }

  private static Address address(String name, String street) {
    return new Address(name, street, "Riverton", null, null, "NL");
  }

  Agreement agreement() {
    return agreement;
  }

  Particulars crm() {
    return crm;
  }

  long version() {
    return history.size();
  }

  <E extends CustomerEvent> E last(Class<E> type) {
    return history.reversed().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  /** How many events something leads to. */
  int happened(Runnable what) {
    var before = history.size();
    what.run();
    return history.size() - before;
  }

  private void apply(List<CustomerEvent> events) {
    events.forEach(this::happen);
    CrmReconciliation.settled(agreement, new RefuseInCrm(ACME, "", AT)).forEach(this::happen);
  }

  private void happen(CustomerEvent event) {
    history.add(event);
    agreement = agreement.evolve(event, history.size());
    var ours = agreement.ours();
    if (ours != null) {
      Particulars.FIELDS.forEach(field -> everStated.add(said(ours, field)));
    }
  }

  /** However each side writes it down; no two people ever say the same of a field. */
  private static String said(Particulars stated, CustomerField field) {
    var value =
        field == CustomerField.BILL_TO ? stated.billTo().street() : stated.value(field).text();
    return field + " " + Objects.requireNonNullElse(value, "").toLowerCase(Locale.ROOT);
  }

  // what people do

  void editCrm(CustomerField field, @Nullable String text) {
    setCrm(field, value(field, text));
  }

  private void setCrm(CustomerField field, FieldValue value) {
    var after = crm.after(new FieldChange(field, crm.value(field), value));
    crm =
        new Particulars(
            after.name(),
            after.contact(),
            after.email(),
            after.phone(),
            address(after.name(), after.billTo().street()),
            after.currency(),
            after.owner());
    crmModified++;
  }

  void editErp(String erp, CustomerField field, @Nullable String text) {
    erps.get(erp).put(field, value(field, text));
  }

  private static FieldValue value(CustomerField field, @Nullable String text) {
    return field == CustomerField.BILL_TO
        ? FieldValue.of(address("Accounts", Objects.requireNonNull(text)))
        : FieldValue.of(text);
  }

  Runnable decide(Remedy remedy) {
    return () ->
        agreement.open().entrySet().stream()
            .findFirst()
            .ifPresent(
                parked ->
                    apply(
                        Reconciliation.mended(
                            agreement,
                            new MendCustomer(
                                ACME,
                                parked.getKey(),
                                parked.getValue().remedies().contains(remedy)
                                    ? remedy
                                    : Remedy.RETRY,
                                Map.of(
                                    "field",
                                    "phone",
                                    "value",
                                    fresh(),
                                    "street",
                                    fresh(),
                                    "city",
                                    "Riverton",
                                    "country",
                                    "NL"),
                                "u1",
                                Set.of(Role.values()),
                                AT))));
  }

  private String fresh() {
    values++;
    return "+31 " + values + (random.nextBoolean() ? " A" : " a");
  }

  // what is asked and told

  Runnable readErp(String erp) {
    var stated = Map.copyOf(erps.get(erp));
    var version = version();
    return () -> takeFromErp(erp, stated, version);
  }

  private boolean takeFromErp(String erp, Map<CustomerField, FieldValue> stated, long version) {
    if (version != version()) {
      return false;
    }
    apply(Reconciliation.taken(agreement, new TakeFromErp(ACME, erp, stated, version, AT)));
    return true;
  }

  /** As the task does it: it is asked, then told, and its answer may be lost. */
  Runnable writeToErp(String erp, boolean isAnswered) {
    var record = erps.get(erp);
    if (!record.isEmpty() && !takeFromErp(erp, Map.copyOf(record), version())) {
      return () -> {};
    }
    var ours = agreement.ours();
    if (ours == null) {
      return () -> {};
    }
    var fields = record.isEmpty() ? Set.copyOf(Particulars.FIELDS) : agreement.toTell(erp);
    if (fields.isEmpty() && agreement.with(erp).stated().isEmpty()) {
      return () -> {};
    }
    var version = version();
    for (var field : fields) {
      record.put(field, ours.value(field));
      writes++;
    }
    return () -> {
      if (isAnswered) {
        apply(
            Reconciliation.confirmed(agreement, new ConfirmCustomer(ACME, erp, "77", version, AT)));
      }
    };
  }

  Runnable readCrm() {
    var stated = crm;
    var version = version();
    return () -> takeFromCrm(stated, version);
  }

  private boolean takeFromCrm(Particulars stated, long version) {
    if (version != version()) {
      return false;
    }
    apply(CrmReconciliation.taken(agreement, new TakeFromCrm(ACME, "001", stated, version, AT)));
    return true;
  }

  /** The account is read, then written if nobody has modified it since. */
  Runnable writeToCrm(boolean isAnswered) {
    var modified = crmModified;
    takeFromCrm(crm, version());
    var fields = agreement.toTellCrm();
    var ours = agreement.ours();
    var version = version();
    return () -> {
      if (ours == null || modified != crmModified) {
        return;
      }
      for (var field : fields) {
        if (!CrmSide.same(crm.value(field), ours.value(field))) {
          if (!everStated.contains(said(crm, field))) {
            overwritten.add(said(crm, field));
          }
          setCrm(field, tidied(field, ours.value(field)));
          writes++;
        }
      }
      Runnable answer =
          () ->
              apply(
                  CrmReconciliation.confirmed(
                      agreement,
                      new ConfirmInCrm(ACME, "001", Set.copyOf(Particulars.FIELDS), version, AT)));
      if (isAnswered) {
        answer.run();
      } else if (random.nextBoolean()) {
        underWay.add(answer); // late
      }
    };
  }

  /** The account is read, and does not take what it is told. */
  Runnable refuseInCrm() {
    takeFromCrm(crm, version());
    return () ->
        apply(CrmReconciliation.refused(agreement, new RefuseInCrm(ACME, "Not so long.", AT)));
  }

  /** The org writes e-mail addresses small. */
  private static FieldValue tidied(CustomerField field, FieldValue value) {
    var text = value.text();
    return field == CustomerField.EMAIL && text != null
        ? FieldValue.of(text.toLowerCase(Locale.ROOT))
        : value;
  }

  void anything() {
    var field = Particulars.FIELDS.get(random.nextInt(Particulars.FIELDS.size()));
    var mayBeEmpty = field == CustomerField.EMAIL || field == CustomerField.PHONE;
    var text = mayBeEmpty && random.nextInt(5) == 0 ? null : fresh();
    var erp = ERPS.get(random.nextInt(ERPS.size()));
    switch (random.nextInt(10)) {
      case 0 -> editCrm(field, text);
      case 1 -> editErp(erp, field, text);
      case 2 -> underWay.add(readErp(erp));
      case 3 -> underWay.add(writeToErp(erp, random.nextBoolean()));
      case 4 -> underWay.add(readCrm());
      case 5 -> underWay.add(writeToCrm(random.nextBoolean()));
      case 6 -> decide(remedies().get(random.nextInt(remedies().size()))).run();
      case 7 -> restate(field, text);
      case 8 -> underWay.add(refuseInCrm());
      default -> {
        if (!underWay.isEmpty()) {
          (random.nextBoolean() ? underWay.pollFirst() : underWay.pollLast()).run();
        }
      }
    }
  }

  private static List<Remedy> remedies() {
    return List.of(Remedy.KEEP_OURS, Remedy.TAKE_THEIRS, Remedy.EDIT_FIELD);
  }

  /** Through the API. */
  private void restate(CustomerField field, @Nullable String text) {
    var ours = agreement.ours();
    if (ours != null) {
      var after = ours.after(new FieldChange(field, ours.value(field), value(field, text)));
      if (!after.equals(ours)) {
        apply(List.of(after.changed(ACME, AT)));
      }
    }
  }

  /** Lets all go on undisturbed until nothing happens any more; how many rounds that took. */
  int settle() {
    while (!underWay.isEmpty()) {
      underWay.pollFirst().run();
    }
    for (var round = 1; round < MOST_ROUNDS; round++) {
      var before = history.size() + writes;
      readCrm().run();
      for (var erp : ERPS) {
        readErp(erp).run();
        writeToErp(erp, true).run();
      }
      writeToCrm(true).run();
      decide(remedies().get(random.nextInt(remedies().size()))).run();
      if (before == history.size() + writes) {
        return round;
      }
    }
    return MOST_ROUNDS;
  }

  /** Where a side says something else than what stands. */
  List<String> differences() {
    var ours = Objects.requireNonNull(agreement.ours());
    var differences = new ArrayList<String>();
    for (var field : Particulars.FIELDS) {
      var value = ours.value(field);
      if (!CrmSide.agree(crm.value(field), value, field)) {
        differences.add("Salesforce says " + crm.value(field).shown() + ", not " + value.shown());
      }
      erps.forEach(
          (erp, record) -> {
            if (!record.getOrDefault(field, FieldValue.NOTHING).agreesWith(value, field)) {
              differences.add(erp + " says " + record.get(field) + ", not " + value.shown());
            }
          });
    }
    return differences;
  }

  /** What people said in Salesforce and nobody ever heard of. */
  List<String> overwrittenUnread() {
    return overwritten;
  }
}
