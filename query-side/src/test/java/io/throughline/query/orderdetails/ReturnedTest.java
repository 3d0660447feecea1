package io.throughline.query.orderdetails;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.ReturnEvent.CreditMemoIssued;
import io.throughline.kernel.event.ReturnEvent.InspectionConfirmed;
import io.throughline.kernel.event.ReturnEvent.RefundIssued;
import io.throughline.kernel.event.ReturnEvent.ReturnAnnounced;
import io.throughline.kernel.event.ReturnEvent.ReturnAuthorized;
import io.throughline.kernel.event.ReturnEvent.ReturnClosed;
import io.throughline.kernel.event.ReturnEvent.ReturnInspected;
import io.throughline.kernel.event.ReturnEvent.ReturnReceived;
import io.throughline.kernel.event.ReturnEvent.ReturnRequested;
import io.throughline.kernel.event.ReturnEvent.ReturnWithdrawn;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.InspectedLine;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.ReturnOutcome;
import io.throughline.kernel.fulfilment.Settlement;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.query.History;
import io.throughline.query.customerprofile.CustomerProfile;
import io.throughline.query.customerprofile.CustomerProfileProjection;
import io.throughline.query.orderdetails.OrderDetails.ReturnState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReturnedTest {
  private static final OrderId ORDER = new OrderId("SO-1");
  private static final CustomerId ACME = new CustomerId("ACME");
  private static final ReturnId R1 = ReturnId.of(ORDER, 1);
  private static final List<LineQuantity> FOUR = List.of(new LineQuantity(new LineId("1"), 4));
  private static final List<LineQuantity> THREE = List.of(new LineQuantity(new LineId("1"), 3));

  private final History history = History.of("SO-1", "ACME");

  private static StepId id(Step step) {
    return StepId.of(ORDER, step);
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  private static Event requested() {
    return new ReturnRequested(
        ORDER, ACME, R1, FOUR, Settlement.REFUND, "Too long", List.of(), "user-7", History.AT);
  }

  /** All that becomes of four of which one is bent. */
  private static List<Event> comesBack() {
    return List.of(
        requested(),
        new ReturnAuthorized(
            ORDER, ACME, id(new Step.AuthorizeReturn(R1)), R1, "4001", "RMA4001", History.AT),
        new ReturnAnnounced(
            ORDER,
            ACME,
            id(new Step.AnnounceReturn(R1)),
            R1,
            ShipmentId.of(ORDER, 1),
            "shipbob",
            "70001",
            new WarehouseId("EAST"),
            History.AT),
        new ReturnReceived(ORDER, ACME, R1, History.AT),
        new ReturnInspected(
            ORDER,
            ACME,
            R1,
            List.of(new InspectedLine(new LineId("1"), 3, 1)),
            "One is bent",
            true,
            List.of(),
            "shipbob",
            History.AT),
        new InspectionConfirmed(
            ORDER, ACME, id(new Step.ConfirmInspection(R1)), R1, THREE, History.AT),
        new CreditMemoIssued(
            ORDER,
            ACME,
            id(new Step.CreateCreditMemo(R1)),
            R1,
            "4003",
            "CM4003",
            usd("6.75"),
            usd("1.28"),
            usd("0.00"),
            THREE,
            History.AT),
        new RefundIssued(
            ORDER, ACME, id(new Step.RefundCredit(R1)), R1, "4004", usd("8.03"), History.AT),
        new ReturnClosed(ORDER, ACME, R1, ReturnOutcome.REFUNDED, History.AT));
  }

  private List<Event> after(List<Event> more) {
    var all = new ArrayList<>(history.whole());
    all.addAll(more);
    return all;
  }

  private static OrderDetails fold(List<Event> events) {
    var projection = new OrderDetailsProjection();
    @Nullable OrderDetails view = null;
    for (var event : events) {
      view = projection.evolve(view, event);
    }
    return Objects.requireNonNull(view);
  }

  @Test
  void aReturnShowsWhatCameBackWhatIsCreditedAndWhatWasPaidBack() {
    var view = fold(after(comesBack()));

    assertThat(view.returns())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.state()).isEqualTo(ReturnState.REFUNDED);
              assertThat(it.accepted()).isEqualTo(THREE);
              assertThat(Objects.requireNonNull(it.credit()).number()).isEqualTo("CM4003");
              assertThat(Objects.requireNonNull(it.refund()).amount()).isEqualTo(usd("8.03"));
              assertThat(it.closedAt()).isNotNull();
            });
    assertThat(view.money().credited()).isEqualTo(usd("6.75"));
    assertThat(view.money().refunded()).isEqualTo(usd("8.03"));
    assertThat(view.lines().getFirst().returned()).isEqualTo(3);
    assertThat(view).isEqualTo(fold(after(comesBack())));
  }

  @Test
  void anOrderThatIsDoneWaitsForItsReturnAllTheSame() {
    var check = history.requested(new Step.CheckReturn(R1));

    var why = WhyStuck.of(fold(after(List.of(requested(), check))));

    assertThat(why.answer()).contains("return SO-1-R1");
    assertThat(why.whoseMove()).isEqualTo("CARRIER");
    assertThat(WhyStuck.of(fold(after(comesBack()))).whoseMove()).isEqualTo("NOBODY");
  }

  @Test
  void completingAnOrderLeavesWhatItDoesNotCloseOpen() {
    var parked = history.parked(1, Cause.RETURN_REFUSED);
    var completed = new FulfilmentCompleted(ORDER, ACME, List.of(), History.AT);

    assertThat(fold(List.of(history.submitted(), parked, completed)).exceptions()).hasSize(1);
  }

  @Test
  void withdrawingClosesWhatItWasParkedFor() {
    var parked = history.parked(1, Cause.RETURN_OVERDUE);
    var withdrawn =
        new ReturnWithdrawn(
            ORDER, ACME, R1, "Kept", List.of(ExceptionId.of(ORDER, 1)), "user-7", History.AT);

    var view = fold(List.of(history.submitted(), requested(), parked, withdrawn));

    assertThat(view.exceptions()).isEmpty();
    assertThat(view.returns().getFirst().state()).isEqualTo(ReturnState.WITHDRAWN);
  }

  @Test
  void theCustomersWordsAreErasedWithTheCustomer() {
    var projection = new OrderDetailsProjection();

    var view = projection.evolve(fold(after(comesBack())), new CustomerErased(ACME, History.AT));

    assertThat(view.returns().getFirst().reason()).isEqualTo("[erased]");
    assertThat(view.returns().getFirst().note()).isEqualTo("[erased]");
  }

  @Test
  void theCustomersProfileAddsUpWhatIsCreditedAndPaidBack() {
    var projection = new CustomerProfileProjection();
    @Nullable CustomerProfile profile = null;
    for (var event : after(comesBack())) {
      if (!projection.keysOf(event).isEmpty()) {
        profile = projection.evolve(profile, event);
      }
    }

    assertThat(Objects.requireNonNull(profile).credited()).containsExactly(usd("8.03"));
    assertThat(profile.refunded()).containsExactly(usd("8.03"));
  }
}
