package io.throughline.query.orderdetails;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.event.CarriageEvent.ShipmentCountConfirmed;
import io.throughline.kernel.event.CarriageEvent.ShipmentMiscounted;
import io.throughline.kernel.event.DepositEvent.DepositApplied;
import io.throughline.kernel.event.DepositEvent.DepositReceived;
import io.throughline.kernel.event.DepositEvent.DepositRefunded;
import io.throughline.kernel.event.DepositEvent.DepositRequested;
import io.throughline.kernel.event.DepositEvent.DepositReversed;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.CountedLine;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.query.History;
import io.throughline.query.OrderState;
import io.throughline.query.orderdetails.OrderDetails.Deposit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is paid in advance, and what left otherwise than it was asked for. */
class DepositsTest {
  private static final OrderId ORDER = new OrderId("SO-1");
  private static final CustomerId ACME = new CustomerId("ACME");
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);

  private final History history = History.of("SO-1", "ACME");

  @Test
  void aDepositShowsWhatWasAskedForWhatCameAndWhatIsLeft() {
    assertThat(view(history.submitted(), asked()).deposit())
        .isEqualTo(new Deposit(usd("5.00"), usd("0.00"), usd("0.00"), false, History.AT));

    var paid = view(history.submitted(), asked(), received("2.00", "3.00"));
    assertThat(paid.deposit())
        .isEqualTo(new Deposit(usd("5.00"), usd("2.00"), usd("2.00"), false, History.AT));
  }

  @Test
  void whatItPaysOfAnInvoiceIsNotDueAndTheRestIsPaidBack() {
    var view =
        view(
            history.submitted(),
            asked(),
            received("5.00", "0.00"),
            history.shipmentRequested(4),
            history.shipped(),
            history.invoiced(4, "9.00"),
            new DepositApplied(
                ORDER, ACME, id(new Step.ApplyDeposit(S1)), S1, invoice(), usd("4.00"), History.AT),
            new DepositRefunded(
                ORDER, ACME, id(new Step.RefundDeposit()), usd("1.00"), History.AT));

    var before =
        view(history.submitted(), history.shipmentRequested(4), history.invoiced(4, "9.00"));
    assertThat(view.money().due()).isEqualTo(before.money().due().minus(usd("4.00")));
    assertThat(view.invoices().getFirst().paid()).isEqualTo(usd("4.00"));
    assertThat(view.money().refunded()).isEqualTo(usd("1.00"));
    assertThat(Objects.requireNonNull(view.deposit()).left()).isEqualTo(usd("0.00"));
  }

  @Test
  void whatTheBankTakesBackIsNeitherReceivedNorLeft() {
    var back = new DepositReversed(ORDER, ACME, usd("2.00"), usd("5.00"), History.AT);

    assertThat(view(history.submitted(), asked(), received("2.00", "3.00"), back).deposit())
        .isEqualTo(new Deposit(usd("5.00"), usd("0.00"), usd("0.00"), false, History.AT));
  }

  @Test
  void whatIsCountedAnewOrSettledByItselfIsNobodysMatterAnyMore() {
    var parked = history.parked(1, Cause.SHORT_SHIPPED);
    var open = List.of(new ExceptionId("SO-1-E1"));
    var line = new CountedLine(new LineId("1"), new ProductId("BOLT"), 4, 3);
    var before = List.of(history.submitted(), history.shipmentRequested(4), parked);
    var anew = new ShipmentMiscounted(ORDER, ACME, S1, List.of(line), false, open, History.AT);
    var whole =
        new ShipmentCountConfirmed(
            ORDER, ACME, id(new Step.ConfirmCount(S1)), S1, List.of(), open, History.AT);
    for (var event : List.<Event>of(anew, whole)) {
      var events = new ArrayList<Event>(before);
      assertThat(view(events.toArray(Event[]::new)).exceptions()).hasSize(1);
      events.add(event);
      assertThat(view(events.toArray(Event[]::new)).exceptions()).isEmpty();
    }
  }

  private String invoice() {
    return view(history.submitted(), history.shipmentRequested(4), history.invoiced(4, "9.00"))
        .invoices()
        .getFirst()
        .invoiceId();
  }

  @Test
  void whatFinanceWaivesShows() {
    var view =
        view(
            history.submitted(),
            asked(),
            history.parked(1, Cause.DEPOSIT_NOT_PAID),
            history.mended(1, Remedy.WAIVE_DEPOSIT));

    assertThat(Objects.requireNonNull(view.deposit()).waived()).isTrue();
  }

  @Test
  void whatWasCountedShowsAsShippedAndWhatIsOverOnceItIsSettled() {
    var before = List.of(history.submitted(), history.shipmentRequested(4));

    assertThat(shipped(before, counted(3, false))).isEqualTo(3);
    assertThat(shipped(before, counted(6, false))).isEqualTo(4);
    assertThat(shipped(before, counted(3, true))).isEqualTo(4);
    assertThat(shipped(before, counted(6, false), settled(6))).isEqualTo(6);
    assertThat(view(history.submitted(), history.shipmentRequested(4), counted(3, false)).state())
        .isEqualTo(OrderState.SUBMITTED);
  }

  private int shipped(List<Event> before, Event... counts) {
    var events = new ArrayList<>(before);
    events.add(counts[0]);
    events.add(history.shipped());
    events.addAll(List.of(counts).subList(1, counts.length));
    return view(events.toArray(Event[]::new)).lines().getFirst().shipped();
  }

  private static Event counted(int units, boolean booked) {
    var line = new CountedLine(new LineId("1"), new ProductId("BOLT"), 4, units);
    return new ShipmentMiscounted(ORDER, ACME, S1, List.of(line), booked, List.of(), History.AT);
  }

  private static Event settled(int units) {
    return new ShipmentCountConfirmed(
        ORDER,
        ACME,
        id(new Step.ConfirmCount(S1)),
        S1,
        List.of(new LineQuantity(new LineId("1"), units)),
        List.of(),
        History.AT);
  }

  private static Event asked() {
    return new DepositRequested(
        ORDER, ACME, id(new Step.RequestDeposit()), usd("5.00"), List.of(), History.AT);
  }

  private static Event received(String amount, String remaining) {
    return new DepositReceived(ORDER, ACME, usd(amount), usd(remaining), List.of(), History.AT);
  }

  private static StepId id(Step step) {
    return StepId.of(ORDER, step);
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  private static OrderDetails view(Event... events) {
    var projection = new OrderDetailsProjection();
    @Nullable OrderDetails view = null;
    for (var event : events) {
      view = projection.evolve(view, event);
    }
    return Objects.requireNonNull(view);
  }
}
