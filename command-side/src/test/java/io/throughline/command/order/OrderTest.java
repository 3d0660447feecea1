package io.throughline.command.order;

import io.throughline.command.order.OrderCommand.AdvanceOrder;
import io.throughline.command.order.OrderCommand.CancelOrder;
import io.throughline.command.order.OrderCommand.SubmitOrder;
import io.throughline.kernel.Address;
import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.ShipToKey;
import io.throughline.kernel.SubscriptionTerms;
import io.throughline.kernel.event.OrderEvent.OrderAccepted;
import io.throughline.kernel.event.OrderEvent.OrderCancellationRefused;
import io.throughline.kernel.event.OrderEvent.OrderCancellationRequested;
import io.throughline.kernel.event.OrderEvent.OrderCancelled;
import io.throughline.kernel.event.OrderEvent.OrderCompleted;
import io.throughline.kernel.event.OrderEvent.OrderPartlyCancelled;
import io.throughline.kernel.event.OrderEvent.OrderShipped;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.fulfilment.Milestone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final OrderId ID = new OrderId("SO-1");
  private static final CustomerId ACME = new CustomerId("ACME");
  private static final Currency USD = Currency.getInstance("USD");
  private static final Address ADDRESS =
      new Address("Goods inward", "1 Mill Lane", "Riverton", null, null, "NL");
  private static final LocalDate DAY = LocalDate.parse("2026-03-31");
  private static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");
  private static final Instant LATER = AT.plusSeconds(60);

  private final AggregateTestFixture<Order> order = new AggregateTestFixture<>(Order.class);

  private static OrderLine line(int quantity) {
    return OrderLine.of(
        new LineId("1"), new ProductId("BOLT"), quantity, Money.of("2.50", "USD"), BigDecimal.ZERO);
  }

  private static SaleTerms terms(OrderLine... lines) {
    return SaleTerms.of(DAY, USD, PriceBasis.LIST, "DE", ADDRESS, List.of(lines));
  }

  private static SubmitOrder submit(Instant at, OrderLine... lines) {
    return new SubmitOrder(ID, ACME, "u1", terms(lines), at);
  }

  private static OrderSubmitted submitted() {
    return new OrderSubmitted(ID, ACME, "u1", terms(line(10)), AT);
  }

  private static AdvanceOrder advance(Milestone milestone, int occurrence) {
    return new AdvanceOrder(ID, milestone, occurrence, "detail", LATER);
  }

  @Test
  void aSaleIsSubmitted() {
    order.givenNoPriorActivity().when(submit(AT, line(10))).expectEvents(submitted());
  }

  @Test
  void submittingTheSameSaleTwiceIsHarmless() {
    order.given(submitted()).when(submit(LATER, line(10))).expectNoEvents();
  }

  @Test
  void anotherSaleUnderTheSameNumberIsRefused() {
    order.given(submitted()).when(submit(LATER, line(11))).expectException(OrderExists.class);
  }

  @Test
  void whatNoOrderCanBeIsRefusedWithTheReason() {
    Assertions.assertThatThrownBy(() -> submit(AT)).hasMessageContaining("at least one line");
    Assertions.assertThatThrownBy(() -> submit(AT, line(0)))
        .hasMessageContaining("Line 1: the quantity");
    Assertions.assertThatThrownBy(() -> submit(AT, line(1), line(2)))
        .hasMessageContaining("Two lines have the number 1");
    Assertions.assertThatThrownBy(
            () -> submit(AT, line(1).withPartnerDiscount(new BigDecimal("0.1"))))
        .hasMessageContaining("partnerId");
    Assertions.assertThatThrownBy(() -> submit(AT, line(1).withShipTo(new ShipToKey("DOCK-4"))))
        .hasMessageContaining("no address DOCK-4");
    Assertions.assertThatThrownBy(() -> submit(AT, subscribed(line(1), 0)))
        .hasMessageContaining("at least one period");
    Assertions.assertThatThrownBy(
            () -> submit(AT, subscribed(line(1).withUnitPrice(Money.of("0", "USD")), 12)))
        .hasMessageContaining("above zero");
  }

  private static OrderLine subscribed(OrderLine line, int periods) {
    return line.withSubscription(new SubscriptionTerms(BillingPeriod.MONTH, periods, null, true));
  }

  @Test
  void cancellingIsAWishUntilTheFulfilmentAgrees() {
    order
        .given(submitted())
        .when(new CancelOrder(ID, "Ordered twice", LATER))
        .expectEvents(new OrderCancellationRequested(ID, ACME, "Ordered twice", LATER));
  }

  @Test
  void cancellingTwiceIsHarmless() {
    order
        .given(submitted(), new OrderCancellationRequested(ID, ACME, "Ordered twice", AT))
        .when(new CancelOrder(ID, "Ordered twice", LATER))
        .expectNoEvents();
  }

  @Test
  void afterTheFirstGoodsLeftTheRestMayStillBeCancelled() {
    order
        .given(submitted(), new OrderAccepted(ID, ACME, "1042", AT), new OrderShipped(ID, ACME, AT))
        .when(new CancelOrder(ID, "Ordered twice", LATER))
        .expectEvents(new OrderCancellationRequested(ID, ACME, "Ordered twice", LATER));
    order
        .given(
            submitted(),
            new OrderShipped(ID, ACME, AT),
            new OrderCancellationRequested(ID, ACME, "Ordered twice", AT))
        .when(advance(Milestone.PARTLY_CANCELLED, 1))
        .expectEvents(new OrderPartlyCancelled(ID, ACME, "detail", LATER));
  }

  @Test
  void whatIsCompletedCannotBeCancelled() {
    order
        .given(submitted(), new OrderCompleted(ID, ACME, AT))
        .when(new CancelOrder(ID, "Ordered twice", LATER))
        .expectException(OrderAlreadyCompleted.class);
  }

  @Test
  void afterARefusalOneMayAskAgain() {
    order
        .given(
            submitted(),
            new OrderCancellationRequested(ID, ACME, "Ordered twice", AT),
            new OrderCancellationRefused(ID, ACME, "Too late", AT))
        .when(new CancelOrder(ID, "Please", LATER))
        .expectEvents(new OrderCancellationRequested(ID, ACME, "Please", LATER));
  }

  @Test
  void milestonesToldTwiceOrLateChangeNothing() {
    order
        .given(submitted(), new OrderShipped(ID, ACME, AT))
        .when(advance(Milestone.ACCEPTED, 1))
        .expectNoEvents();
    order
        .given(submitted(), new OrderCompleted(ID, ACME, AT))
        .when(advance(Milestone.COMPLETED, 1))
        .expectNoEvents();
    order
        .given(submitted(), new OrderCancellationRefused(ID, ACME, "Too late", AT))
        .when(advance(Milestone.CANCELLATION_REFUSED, 1))
        .expectNoEvents();
  }

  @Test
  void theFulfilmentsEndIsTheOrders() {
    order
        .given(submitted())
        .when(advance(Milestone.CANCELLED, 1))
        .expectEvents(new OrderCancelled(ID, ACME, "detail", LATER));
    order
        .given(submitted())
        .when(advance(Milestone.COMPLETED, 1))
        .expectEvents(new OrderCompleted(ID, ACME, LATER));
  }
}
