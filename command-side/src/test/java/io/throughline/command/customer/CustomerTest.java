package io.throughline.command.customer;

import io.throughline.command.customer.CustomerCommand.ChangeCustomer;
import io.throughline.command.customer.CustomerCommand.ConfirmCustomer;
import io.throughline.command.customer.CustomerCommand.RegisterCustomer;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import java.time.Instant;
import java.util.Currency;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class CustomerTest {
  private static final CustomerId ACME = new CustomerId("ACME");
  private static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");
  private static final Address ADDRESS =
      new Address("Accounts", "1 Mill Lane", "Riverton", null, null, "NL");
  private static final Particulars PARTICULARS = particulars("Acme Works");

  private final AggregateTestFixture<Customer> customer =
      new AggregateTestFixture<>(Customer.class);

  private static Particulars particulars(String name) {
    return new Particulars(name, null, null, null, ADDRESS, Currency.getInstance("USD"), "u1");
  }

  @Test
  void anAccountBecomesACustomer() {
    customer
        .givenNoPriorActivity()
        .when(new RegisterCustomer(ACME, PARTICULARS, AT))
        .expectEvents(PARTICULARS.registered(ACME, AT));
  }

  @Test
  void registeringTwiceIsHarmlessAndOtherwiseIsRefused() {
    customer
        .given(PARTICULARS.registered(ACME, AT))
        .when(new RegisterCustomer(ACME, PARTICULARS, AT.plusSeconds(1)))
        .expectNoEvents();
    customer
        .given(PARTICULARS.registered(ACME, AT))
        .when(new RegisterCustomer(ACME, particulars("Acme Ltd"), AT.plusSeconds(1)))
        .expectException(CustomerExists.class);
  }

  @Test
  void onlyARealChangeIsOne() {
    customer
        .given(PARTICULARS.registered(ACME, AT))
        .when(new ChangeCustomer(ACME, PARTICULARS, AT.plusSeconds(1)))
        .expectNoEvents();
    customer
        .given(PARTICULARS.registered(ACME, AT))
        .when(new ChangeCustomer(ACME, particulars("Acme Ltd"), AT.plusSeconds(1)))
        .expectEvents(particulars("Acme Ltd").changed(ACME, AT.plusSeconds(1)));
  }

  @Test
  void theErpsAnswerToAnOlderVersionIsNoNews() {
    customer
        .given(
            PARTICULARS.registered(ACME, AT),
            new CustomerSynchronized(ACME, "netsuite", "77", 2, AT))
        .when(new ConfirmCustomer(ACME, "netsuite", "77", 1, AT))
        .expectNoEvents();
  }
}
