package io.throughline.query.orderdetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.CancellationStarted;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.event.SaleEvent.OrderChanged;
import io.throughline.kernel.event.SaleEvent.PartialCancellationStarted;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.query.History;
import io.throughline.query.OrderState;
import io.throughline.query.projection.MissingView;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderDetailsProjectionTest {
  private final OrderDetailsProjection projection = new OrderDetailsProjection();
  private final History history = History.of("SO-1", "ACME");

  @Test
  void aWholeLifeEndsCompletedWithAllOfItPaid() {
    var view = fold(history.whole());

    assertThat(view.state()).isEqualTo(OrderState.COMPLETED);
    assertThat(view.money().ordered())
        .isEqualTo(view.money().paid())
        .isEqualTo(view.money().invoiced());
    assertThat(view.lines().getFirst().shipped()).isEqualTo(10);
    assertThat(view.lines().getFirst().invoiced()).isEqualTo(10);
    assertThat(view.pendingSteps()).isEmpty();
    assertThat(view.milestones())
        .extracting(OrderDetails.Milestone::name)
        .contains("submitted", "validated", "invoiced", "paid");
  }

  @Test
  void whatIsPaidInPartsAndTakenBackShowsWhatIsPaidAndDue() {
    var whole = history.whole();
    var before = whole.subList(0, whole.indexOf(history.paid()));
    var part = fold(with(before, history.paidSome("10.00", "16.78")));
    var invoice = part.invoices().getFirst();
    assertThat(invoice.paid()).isEqualTo(Money.of("10.00", "USD"));
    assertThat(invoice.due()).isEqualTo(Money.of("16.78", "USD")).isEqualTo(part.money().due());
    assertThat(invoice.paidAt()).isNull();
    assertThat(part.money().paid()).isEqualTo(Money.of("8.40", "USD")); // without the tax in it

    var bounced = fold(with(whole, history.reversed("26.78")));

    assertThat(bounced.state()).isEqualTo(OrderState.COMPLETED);
    assertThat(bounced.money().due()).isEqualTo(Money.of("26.78", "USD"));
    assertThat(bounced.money().paid().isZero()).isTrue();
    assertThat(bounced.invoices().getFirst().paidAt()).isNull();
    assertThat(bounced.invoices().getFirst().reversedAt()).isNotNull();
  }

  private static List<Event> with(List<Event> events, Event one) {
    return Stream.concat(events.stream(), Stream.of(one)).toList();
  }

  @Test
  void foldingTwiceGivesTheSame() {
    assertThat(fold(history.whole())).isEqualTo(fold(history.whole()));
  }

  @Test
  void deliveryBeforeShippingIsDeliveredAllTheSame() {
    var view =
        fold(
            List.of(
                history.submitted(),
                history.allocated(10),
                history.shipmentRequested(10),
                history.delivered(),
                history.shipped()));

    assertThat(view.state()).isEqualTo(OrderState.DELIVERED);
    assertThat(view.shipments().getFirst().state()).isEqualTo(OrderDetails.ShipmentState.DELIVERED);
    assertThat(view.shipments().getFirst().trackingNumber()).isEqualTo("1Z");
  }

  @Test
  void aShipmentThatIsOverdueHeldAndComesBackSaysSo() {
    var overdue =
        fold(
            List.of(
                history.submitted(),
                history.allocated(10),
                history.shipmentRequested(10),
                history.held(),
                history.overdue()));
    var way = overdue.shipments().getFirst().way();
    assertThat(way.heldSince()).isNotNull();
    assertThat(way.awaited()).isEqualTo(AwaitedMilestone.SHIPPED);

    var back =
        fold(
            List.of(
                history.submitted(),
                history.allocated(10),
                history.shipmentRequested(10),
                history.overdue(),
                history.shipped(),
                history.checked(),
                history.cameBack()));
    assertThat(back.shipments().getFirst().state())
        .isEqualTo(OrderDetails.ShipmentState.RETURNED_TO_SENDER);
    assertThat(back.shipments().getFirst().way().awaited()).isNull();
    assertThat(back.shipments().getFirst().delay()).isEqualTo("Nobody took it.");
  }

  @Test
  void partOfItLeavesTheRestBackOrdered() {
    var view =
        fold(
            List.of(
                history.submitted(),
                history.allocated(4),
                history.shipmentRequested(4),
                history.shipped()));

    assertThat(view.state()).isEqualTo(OrderState.PARTIALLY_SHIPPED);
    assertThat(view.lines().getFirst().backOrdered()).isEqualTo(6);
  }

  @Test
  void whereTheRestIsCancelledItCountsAsCancelledAndAllThatIsLeftIsShipped() {
    var sale = (OrderSubmitted) history.submitted();
    var line = sale.terms().lines().getFirst();
    var cut = sale.terms().withLines(List.of(line.withQuantity(4)));
    var view =
        fold(
            List.of(
                sale,
                history.allocated(4),
                history.shipmentRequested(4),
                history.shipped(),
                new CancellationStarted(sale.orderId(), sale.customerId(), "Too late", sale.at()),
                new PartialCancellationStarted(
                    sale.orderId(),
                    sale.customerId(),
                    1,
                    List.of(new LineQuantity(line.lineId(), 4)),
                    "Too late",
                    sale.at()),
                new OrderChanged(sale.orderId(), sale.customerId(), 1, cut, sale.at())));

    assertThat(view.state()).isEqualTo(OrderState.SHIPPED);
    assertThat(view.money().ordered()).isEqualTo(cut.net());
    assertThat(view.money().cancelled()).isEqualTo(sale.terms().net().minus(cut.net()));
  }

  @Test
  void aParkedOrderSaysWhyAndWhoseMoveItIs() {
    var view = fold(List.of(history.submitted(), history.parked(1, Cause.PRODUCT_DISCONTINUED)));
    var stuck = WhyStuck.of(view);

    assertThat(stuck.answer()).isEqualTo("Bolt (BOLT) is discontinued.");
    assertThat(stuck.whoseMove()).isEqualTo("SALES");
    assertThat(stuck.exceptions().getFirst().remedies().getFirst().name())
        .isEqualTo("substitute-product");
  }

  @Test
  void aRemedyTakesTheExceptionAway() {
    var view =
        fold(
            List.of(
                history.submitted(),
                history.parked(1, Cause.PRODUCT_DISCONTINUED),
                history.mended(1, Remedy.RETRY),
                history.requested(new Step.ValidateOrder())));

    assertThat(view.exceptions()).isEmpty();
    assertThat(WhyStuck.of(view).whoseMove()).isEqualTo("ERP");
  }

  @Test
  void anEventOfAnOrderThatNeverBeganIsAnError() {
    assertThatThrownBy(() -> projection.evolve(null, history.validated()))
        .isInstanceOf(MissingView.class);
  }

  private OrderDetails fold(List<Event> events) {
    @Nullable OrderDetails view = null;
    for (var event : events) {
      view = projection.evolve(view, event);
    }
    return Objects.requireNonNull(view);
  }
}
