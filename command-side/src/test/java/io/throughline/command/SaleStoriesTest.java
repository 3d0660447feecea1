package io.throughline.command;

import static io.throughline.command.RunningCommandSide.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.OrderEvent.OrderCompleted;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.simulators.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Sales of which something is out of the ordinary; docs/stories.md lists them beside the others.
 */
@ResourceLock(RunningCommandSide.SHARED)
class SaleStoriesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static RunningCommandSide running;

  @BeforeAll
  static void start() throws Exception {
    running = RunningCommandSide.shared();
    running.listItem("FLANGE", "100.00", false);
    for (var customer : new String[] {"SHORT", "AMPLE"}) {
      running.registerCustomer(customer);
      awaitEvent("customer/" + customer, CustomerSynchronized.class);
    }
  }

  @Test
  void anOrderAboveTheCreditLimitWaitsUntilFinanceReleasesIt() throws Exception {
    running.simulators().netSuite().setCreditLimit("SHORT", new BigDecimal("50.00"));
    submit("SS-1", "SHORT", "DE");
    awaitEvent("fulfilment/SS-1", FulfilmentParked.class);
    assertThat(events("fulfilment/SS-1", FulfilmentParked.class).map(FulfilmentParked::cause))
        .containsExactly(Cause.CREDIT_LIMIT_EXCEEDED);

    var remedy = "/api/v1/exceptions/SS-1-E1/remedies/release-credit";
    assertThat(running.postAs("sales", remedy, "{}").statusCode()).isEqualTo(403);
    var released = running.postAs("finance", remedy, "{}");
    assertThat(released.statusCode()).as(released.body()).isEqualTo(202);

    awaitEvent("order/SS-1", OrderCompleted.class);
  }

  @Test
  void theSameSaleIsTaxedAsTheErpTaxesItsRegion() throws Exception {
    submit("SS-2", "AMPLE", "DE");
    submit("SS-3", "AMPLE", "FR");

    awaitEvent("order/SS-2", OrderCompleted.class);
    awaitEvent("order/SS-3", OrderCompleted.class);

    assertThat(taxOf("SS-2")).isEqualByComparingTo("19.00");
    assertThat(taxOf("SS-3")).isEqualByComparingTo("20.00");
  }

  @Test
  void anOrderOfWhichTheErpsAnswerWasLostAfterItWasBookedIsBookedOnce() throws Exception {
    running.simulators().failNext("salesOrder/eid:SS-4", Fault.DROPPED_AFTER);
    submit("SS-4", "AMPLE", "DE");

    awaitEvent("order/SS-4", OrderCompleted.class);

    var books = running.books();
    assertThat(books.path("faults").path("injected").path("dropped_after").asInt()).isPositive();
    assertThat(books.path("effects").path("duplicates").asInt()).isZero();
    assertThat(events("fulfilment/SS-4", FulfilmentParked.class)).isEmpty();
  }

  private static BigDecimal taxOf(String order) {
    return events("fulfilment/" + order, InvoiceIssued.class)
        .map(it -> it.tax().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void submit(String order, String customer, String taxRegion) throws Exception {
    var body =
        RunningCommandSide.order(order, customer, line("1", "FLANGE", 1, "100.00"))
            .replace("\"taxRegion\": \"DE\"", "\"taxRegion\": \"" + taxRegion + "\"");
    var response = running.postAs("sales", "/api/v1/orders", body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
  }

  private static void awaitEvent(String aggregate, Class<? extends Event> type) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(events(aggregate, type))
                    .as(() -> aggregate + ": " + running.log().of(aggregate))
                    .isNotEmpty());
  }

  private static <E extends Event> Stream<E> events(String aggregate, Class<E> type) {
    return running.log().of(aggregate).stream()
        .map(RecordedEvent::event)
        .filter(type::isInstance)
        .map(type::cast);
  }
}
