package io.throughline.command.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.customer.CrmCustomers;
import io.throughline.command.salesforce.AccountRecord.Update;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.customer.CustomerField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AccountRecordTest {
  private static final CustomerId ACME = new CustomerId("ACME");
  private static final Set<CustomerField> ALL = Set.copyOf(CrmCustomers.FIELDS);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static ObjectNode account(@Nullable String phone) {
    return JSON.createObjectNode()
        .put("Id", "001")
        .put("Name", "Acme")
        .put("AccountNumber", "ACME")
        .put("Phone", phone)
        .put("OwnerId", "005")
        .put("CurrencyIsoCode", "EUR")
        .put("BillingStreet", "1 Mill Lane")
        .put("BillingCity", "Riverton")
        .put("BillingCountryCode", "NL")
        .put("LastModifiedDate", "2026-03-31T12:00:00.000+0000");
  }

  private static ObjectNode contact(@Nullable String phone) {
    return JSON.createObjectNode()
        .put("Id", "003")
        .put("Name", "Jo Doe")
        .put("Email", "jo@acme.example")
        .put("Phone", phone)
        .put("LastModifiedDate", "2026-03-31T13:00:00.000+0000");
  }

  private static CustomerRecord wanted(
      String name, @Nullable String email, @Nullable String phone, String city) {
    var address = new Address("Accounts", "1 Mill Lane", city, null, null, "NL");
    return new CustomerRecord(ACME, name, email, phone, address);
  }

  @Test
  void onlyWhatDiffersIsWrittenWhereItIsReadFromAndOnlyIfNobodyHasChangedItSince() {
    var record = new AccountRecord(account("+31 1"), contact(null));

    var updates = record.updates(wanted("Acme", "new@acme.example", "+31 2", "Riverton"), ALL);

    assertThat(updates).hasSize(2);
    assertThat(updates.get(0))
        .isEqualTo(
            new Update(
                "Account", "001", Map.of("Phone", "+31 2"), Instant.parse("2026-03-31T12:00:00Z")));
    assertThat(updates.get(1))
        .isEqualTo(
            new Update(
                "Contact",
                "003",
                Map.of("Email", "new@acme.example"),
                Instant.parse("2026-03-31T13:00:00Z")));
    assertThat(record.updates(wanted("Acme", "jo@acme.example", "+31 1", "Riverton"), ALL))
        .isEmpty();
    assertThat(record.updates(wanted("Other", null, null, "Seaton"), Set.of())).isEmpty();
  }

  @Test
  void whatIsWrittenIsWhatIsReadNext() {
    var random = new Random(11);
    for (var i = 0; i < 2_000; i++) {
      var account = account(some(random, "+31 1"));
      var contact = random.nextInt(4) == 0 ? null : contact(some(random, "+31 3"));
      var record = new AccountRecord(account, contact);
      var wanted =
          wanted(
              random.nextBoolean() ? "Acme" : "Acme Works",
              contact == null ? null : some(random, "new@acme.example"),
              some(random, "+31 " + random.nextInt(4)),
              random.nextBoolean() ? "Riverton" : "Seaton");

      for (var update : record.updates(wanted, ALL)) {
        var row = update.type().equals("Account") ? account : contact;
        update.fields().forEach(row::put);
      }

      var read = record.particulars();
      assertThat(CustomerRecord.of(ACME, read).name()).isEqualTo(wanted.name());
      assertThat(read.email()).isEqualTo(wanted.email());
      assertThat(read.phone()).isEqualTo(wanted.phone());
      assertThat(read.billTo().city()).isEqualTo(wanted.billTo().city());
      assertThat(record.updates(wanted, ALL)).isEmpty();
    }
  }

  private static @Nullable String some(Random random, String value) {
    return random.nextInt(3) == 0 ? null : value;
  }

  @Test
  void anAccountWithoutAContactHasNoPlaceForAnAddressToWriteTo() {
    var record = new AccountRecord(account(null), null);

    assertThat(record.holds(CustomerField.EMAIL)).isFalse();
    assertThat(record.holds(CustomerField.PHONE)).isTrue();
    assertThat(
            record.updates(
                wanted("Acme", "new@acme.example", null, "Riverton"), Set.of(CustomerField.EMAIL)))
        .isEqualTo(List.of());
  }
}
