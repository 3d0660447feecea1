package io.throughline.command.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.salesforce.TakenIntents.Outcome;
import io.throughline.kernel.ownership.Departures;
import io.throughline.kernel.ownership.SystemOfRecord;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Nothing leaves for Salesforce that is not on the list of what may. */
class DeparturesTest {
  private final Departures departures = Departures.to(SystemOfRecord.SALESFORCE);

  @Test
  void whatIsSentIsOnTheListOfWhatMayLeave() {
    assertThat(departures.complaints("OrderStatus", OrderStatusRecord.class)).isEmpty();
    assertThat(departures.complaints("IntentOutcome", Outcome.class)).isEmpty();
    assertThat(departures.complaints("Customer", CustomerRecord.class)).isEmpty();
  }

  /** Shows that the check can fail: it takes along the ERP's credit limit, and a reason. */
  record TellsTooMuch(String orderId, String state, String reason, BigDecimal creditLimit) {}

  @Test
  void whatIsNotOnTheListDoesNotPass() {
    assertThat(departures.complaints("OrderStatus", TellsTooMuch.class))
        .anyMatch(it -> it.startsWith("OrderStatus.reason may not leave for SALESFORCE"))
        .anyMatch(it -> it.startsWith("OrderStatus.creditLimit may not leave for SALESFORCE"))
        .noneMatch(it -> it.startsWith("OrderStatus.state"));
  }
}
