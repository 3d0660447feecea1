package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.BOLTS;
import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.FulfilmentCommand.CancelFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.ChangeFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.ChangeSubscription;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.command.fulfilment.SubscriptionWish.Effect;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderChange;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SubscriptionTerms;
import io.throughline.kernel.event.FulfilmentEvent.CancellationRefused;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.SubscriptionEvent.BillPaid;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCharged;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCredited;
import io.throughline.kernel.event.SubscriptionEvent.GoodsSettled;
import io.throughline.kernel.event.SubscriptionEvent.PeriodInvoiced;
import io.throughline.kernel.event.SubscriptionEvent.RenewalChanged;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionCancelled;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChangeAsked;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChangeRefused;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionEnded;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionRenewed;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionScheduled;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Orders of 10 bolts and a care plan of 30.00 a month, from 31 March on. */
class SubscriptionProcessTest {
  private static final LineId CARE = new LineId("9");
  private static final LocalDate START = LocalDate.parse("2026-03-31");

  private static World world(boolean renews) {
    return world(new SubscriptionTerms(BillingPeriod.MONTH, 3, null, renews));
  }

  private static World world(SubscriptionTerms terms) {
    return World.started(
        World.sale()
            .withLines(
                List.of(
                    World.line(BOLTS, "BOLT", 10),
                    World.line(CARE, "CARE", 12).withSubscription(terms))));
  }

  /** The goods are delivered and paid, the first period too. */
  private static World settled(boolean renews) {
    return world(renews).answerAll().told(1, Kind.DELIVERED).answerAll();
  }

  private static World wish(World world, SubscriptionWish wish) {
    return world.send(new ChangeSubscription(ORDER, CARE, wish, "user-7", world.now()));
  }

  private static SubscriptionWish more(int quantity, String day) {
    return new SubscriptionWish.Change(
        quantity, null, null, new Effect.OnDay(LocalDate.parse(day)));
  }

  private static SubscriptionWish cancel(@Nullable String day) {
    return new SubscriptionWish.Cancel(
        "They close the plant.", new Effect.OnDay(day == null ? null : LocalDate.parse(day)));
  }

  private static List<String> firstDays(World world) {
    return world.all(PeriodInvoiced.class).stream().map(it -> it.from().toString()).toList();
  }

  private static Money dollars(String amount) {
    return Money.of(amount, "USD");
  }

  @Test
  void goodsAreSettledAsEverAndTheSubscriptionRunsOn() {
    var world = world(true);
    assertThat(world.all(SubscriptionScheduled.class)).as("not before the ERP has it").isEmpty();

    world.answerAll();
    assertThat(world.all(SubscriptionScheduled.class))
        .singleElement()
        .satisfies(it -> assertThat(it.startsOn()).isEqualTo(START));
    assertThat(world.all(GoodsSettled.class)).isEmpty();
    world.told(1, Kind.DELIVERED).answerAll();

    assertThat(world.all(GoodsSettled.class)).hasSize(1);
    assertThat(world.all(FulfilmentCompleted.class)).isEmpty();
    assertThat(firstDays(world)).containsExactly("2026-03-31");
    assertThat(world.all(BillPaid.class)).hasSize(1);
    assertThat(world.pending())
        .containsExactly(new Step.AwaitSubscriptionDay(LocalDate.parse("2026-04-30")));
  }

  @Test
  void nothingOfASubscriptionIsShipped() {
    var world = settled(true);

    assertThat(world.requested().stream().filter(Step.RequestShipment.class::isInstance))
        .singleElement()
        .satisfies(
            it ->
                assertThat(((Step.RequestShipment) it).lines())
                    .extracting(line -> line.lineId())
                    .containsExactly(BOLTS));
  }

  @Test
  void anOrderOfNothingElseBeginsWithItsFirstInvoice() {
    var world =
        World.started(
            World.sale()
                .withLines(
                    List.of(
                        World.line(CARE, "CARE", 12)
                            .withSubscription(
                                new SubscriptionTerms(BillingPeriod.YEAR, 1, null, false)))));
    world.answerAll();

    assertThat(firstDays(world)).containsExactly("2026-03-31");
    assertThat(world.requested()).noneMatch(Step.CheckAllocation.class::isInstance);
    world.on("2027-03-31").answerWaits().answerAll();
    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
  }

  @Test
  void itWaitsForItsFirstDay() {
    var start = LocalDate.parse("2026-05-31");
    var world = world(new SubscriptionTerms(BillingPeriod.MONTH, 3, start, false)).answerAll();
    assertThat(firstDays(world)).isEmpty();

    world.on("2026-05-31").answerWaits().answerAll();

    assertThat(firstDays(world)).containsExactly("2026-05-31");
  }

  @Test
  void whoWasDownForThreePeriodsCatchesUpWithEachOnceInOrder() {
    var world = settled(true).on("2026-06-30").answerWaits();
    assertThat(world.pending().stream().filter(Step.InvoicePeriod.class::isInstance))
        .as("one after the other")
        .containsExactly(new Step.InvoicePeriod(CARE, 2));

    world.answerAll();

    assertThat(firstDays(world))
        .containsExactly("2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30");
    assertThat(world.all(SubscriptionRenewed.class)).hasSize(1);
  }

  @Test
  void itRenewsTermAfterTermAndItsStateGrowsNoLarger() {
    var world = settled(true);
    var steps = world.state().steps().byId().size();
    for (var month = 1; month <= 36; month++) {
      world.on(START.plusMonths(month).toString()).answerWaits().answerAll();
    }

    assertThat(world.all(PeriodInvoiced.class)).hasSize(37);
    assertThat(world.all(SubscriptionRenewed.class)).hasSize(12);
    assertThat(world.state().steps().byId()).hasSize(steps);
    var care = world.state().subscriptions().find(CARE).orElseThrow();
    assertThat(care.rates()).hasSize(1);
    assertThat(care.unpaid()).isEmpty();
  }

  @Test
  void withoutRenewalItEndsAndTheOrderWithIt() {
    var world = settled(false).on("2026-06-29").answerWaits().answerAll();
    assertThat(world.all(FulfilmentCompleted.class)).isEmpty();

    world.on("2026-06-30").answerWaits().answerAll();

    assertThat(firstDays(world)).containsExactly("2026-03-31", "2026-04-30", "2026-05-31");
    assertThat(world.all(SubscriptionEnded.class)).hasSize(1);
    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
  }

  @Test
  void aLastInvoiceThatIsNotPaidKeepsTheOrderOpen() {
    var world = settled(false).on("2026-06-30").answerWaits();
    while (world.all(PeriodInvoiced.class).size() < 3) {
      world.answer(world.next(Step.InvoicePeriod.class));
    }
    assertThat(world.all(SubscriptionEnded.class)).hasSize(1);
    assertThat(world.all(FulfilmentCompleted.class)).isEmpty();

    world.answerAll();

    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
  }

  @Test
  void moreFromAMidPeriodDayOnIsChargedForTheRestOfIt() {
    var world = wish(settled(true).on("2026-04-15"), more(24, "2026-04-15")).answerAll();

    assertThat(world.all(ChangeCharged.class))
        .singleElement()
        .satisfies(it -> assertThat(it.net()).isEqualTo(dollars("15.00"))); // 15 of 30 days
    world.on("2026-04-30").answerWaits().answerAll();
    assertThat(world.all(PeriodInvoiced.class).getLast().net()).isEqualTo(dollars("60.00"));
  }

  @Test
  void lessIsCredited() {
    var world = wish(settled(true).on("2026-04-15"), more(6, "2026-04-15")).answerAll();

    assertThat(world.all(ChangeCredited.class))
        .singleElement()
        .satisfies(it -> assertThat(it.net()).isEqualTo(dollars("7.50")));
  }

  @Test
  void anotherProductAndPriceAtThePeriodsEndIsTheNextInvoices() {
    var world =
        wish(
                settled(true).on("2026-04-15"),
                new SubscriptionWish.Change(
                    null,
                    new ProductId("CARE-PLUS"),
                    new BigDecimal("3.00"),
                    new Effect.AtPeriodEnd()))
            .answerAll();
    assertThat(world.all(ChangeCharged.class)).isEmpty();

    world.on("2026-04-30").answerWaits().answerAll();

    assertThat(world.all(PeriodInvoiced.class).getLast().net()).isEqualTo(dollars("36.00"));
  }

  @Test
  void whatTheErpFindsAgainstAChangeLeavesTheLineAsItWas() {
    var world = wish(settled(true).on("2026-04-15"), more(24, "2026-04-15"));
    var check = world.next(Step.CheckSubscriptionChange.class);
    world.send(
        new RecordAnswer(
            new SubscriptionChangeRefused(
                ORDER,
                new CustomerId("ACME"),
                StepId.of(ORDER, check),
                CARE,
                1,
                "Care plan is discontinued.",
                world.now())));
    world.answerAll().on("2026-04-30").answerWaits().answerAll();

    assertThat(world.all(ChangeCharged.class)).isEmpty();
    assertThat(world.all(PeriodInvoiced.class).getLast().net()).isEqualTo(dollars("30.00"));
  }

  @Test
  void theSameChangeTwiceIsHarmlessAndAnotherWaits() {
    var world = wish(settled(true).on("2026-04-15"), more(24, "2026-04-15"));
    wish(world, more(24, "2026-04-15"));
    assertThat(world.all(SubscriptionChangeAsked.class)).hasSize(1);

    assertThatThrownBy(() -> wish(world, more(36, "2026-04-15")))
        .isInstanceOf(ChangeUnderWay.class);
    assertThatThrownBy(() -> wish(world, cancel(null))).isInstanceOf(ChangeUnderWay.class);

    world.answerAll();
    wish(world, more(24, "2026-04-15"));
    assertThat(world.all(SubscriptionChangeAsked.class)).hasSize(1);
  }

  @Test
  void whileAChangeIsAskedAboutNothingIsInvoiced() {
    var world = wish(settled(true).on("2026-04-29"), more(24, "2026-04-29"));

    world.on("2026-04-30").answerWaits();
    assertThat(world.pending()).noneMatch(Step.InvoicePeriod.class::isInstance);

    world.answerAll();
    assertThat(world.all(ChangeCharged.class))
        .singleElement()
        .satisfies(it -> assertThat(it.net()).isEqualTo(dollars("1.00")));
    assertThat(world.all(PeriodInvoiced.class).getLast().net()).isEqualTo(dollars("60.00"));
  }

  @Test
  void cancellingMidPeriodCreditsTheRestAndEndsIt() {
    var world = wish(settled(true).on("2026-04-20"), cancel(null)).answerAll();

    assertThat(world.all(ChangeCredited.class))
        .singleElement()
        .satisfies(it -> assertThat(it.net()).isEqualTo(dollars("10.00"))); // 10 of 30 days
    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
    assertThat(world.pending()).isEmpty();
  }

  @Test
  void cancellingForALaterDayInvoicesUpToItAndNoFurther() {
    var world = wish(settled(true).on("2026-04-20"), cancel("2026-05-10")).answerAll();
    assertThat(world.all(ChangeCredited.class)).isEmpty();

    world.on("2026-09-01").answerWaits().answerAll();

    assertThat(firstDays(world)).containsExactly("2026-03-31", "2026-04-30");
    assertThat(world.all(PeriodInvoiced.class).getLast().net())
        .isEqualTo(dollars("9.68")); // 10 of 31 days
    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
  }

  @Test
  void cancellingBeforeItsFirstDayCostsNothing() {
    var start = LocalDate.parse("2026-05-31");
    var world = world(new SubscriptionTerms(BillingPeriod.MONTH, 3, start, true)).answerAll();
    world.told(1, Kind.DELIVERED).answerAll();
    wish(world, cancel("2026-05-31"));

    world.on("2026-05-31").answerWaits().answerAll();

    assertThat(world.all(PeriodInvoiced.class)).isEmpty();
    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
  }

  @Test
  void whatIsClosedCannotBeChangedAndWhatIsOverNeither() {
    var world = settled(false).on("2026-05-05").answerWaits().answerAll();

    assertThatThrownBy(() -> wish(world, more(24, "2026-04-29")))
        .isInstanceOf(SubscriptionNotChangeable.class)
        .hasMessageContaining("2026-04-30");
    assertThatThrownBy(() -> wish(world, cancel("2026-06-30")))
        .isInstanceOf(SubscriptionNotChangeable.class)
        .hasMessageContaining("ends on 2026-06-30");
    assertThatThrownBy(() -> wish(world, more(0, "2026-05-05")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quantity");
    assertThatThrownBy(
            () ->
                world.send(
                    new ChangeSubscription(ORDER, BOLTS, cancel(null), "user-7", world.now())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("subscribed");
  }

  @Test
  void anOrdersChangeMayNotTouchASubscriptionThatTheErpHas() {
    var world = settled(true);
    var change =
        new OrderChange(
            null,
            null,
            List.of(),
            List.of(world.state().terms().line(CARE).withQuantity(3)),
            List.of());

    assertThatThrownBy(() -> world.send(new ChangeFulfilment(ORDER, change, "user-7", world.now())))
        .isInstanceOf(SubscriptionNotChangeable.class)
        .hasMessageContaining("/subscription");
  }

  @Test
  void cancellingTheOrderBeforeAnythingIsInvoicedUndoesAll() {
    var world = world(true);
    while (world.state().books().erpOrderId() == null) {
      world.answer(world.pending().getFirst());
    }
    world.send(new CancelFulfilment(ORDER, "Ordered twice", world.now()));
    var parked = world.pending().stream().filter(Step.InvoicePeriod.class::isInstance).findFirst();
    assertThat(parked).as("it was asked for already, and is waited for").isPresent();
    world.parked(parked.get(), Cause.PERIOD_CLOSED).answerAll();

    assertThat(world.all(FulfilmentCancelled.class)).hasSize(1);
    assertThat(world.all(PeriodInvoiced.class)).isEmpty();
  }

  @Test
  void cancellingTheOrderLeavesASubscriptionThatIsInvoiced() {
    var world = settled(true);
    world.send(new CancelFulfilment(ORDER, "Ordered twice", world.now()));

    assertThat(world.all(CancellationRefused.class))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).contains("subscriptions"));
    assertThat(world.pending()).anyMatch(Step.AwaitSubscriptionDay.class::isInstance);
  }

  @Test
  void cancellingTheRestOfTheGoodsKeepsTheSubscription() {
    var world = world(true).answerAll();
    assertThat(world.all(PeriodInvoiced.class)).hasSize(1);

    world.send(new CancelFulfilment(ORDER, "Ordered twice", world.now())).answerAll();

    assertThat(world.state().terms().lines()).extracting(it -> it.lineId()).containsExactly(CARE);
    assertThat(world.all(FulfilmentCancelled.class)).isEmpty();
    assertThat(world.all(GoodsSettled.class)).isNotEmpty();
    world.on("2026-04-30").answerWaits().answerAll();
    assertThat(world.all(PeriodInvoiced.class)).hasSize(2);
  }

  private static World parkedAtRenewal(Cause cause) {
    var world = settled(true).on("2026-06-30").answerWaits();
    while (world.pending().stream().noneMatch(Step.RenewSubscription.class::isInstance)) {
      world.answer(world.next(Step.InvoicePeriod.class));
    }
    return world.parked(world.next(Step.RenewSubscription.class), cause);
  }

  private static World mended(World world, Remedy remedy, Map<String, String> parameters) {
    var parked = world.all(FulfilmentParked.class).getLast();
    return world.send(
        new ApplyRemedy(
            parked.exceptionId(), remedy, parameters, "user-7", remedy.roles(), world.now()));
  }

  @Test
  void aPriceThatIsNotApprovedAtRenewalIsCorrectedForTheNewTerm() {
    var world = parkedAtRenewal(Cause.RENEWAL_PRICE_NOT_APPROVED);
    mended(world, Remedy.REPRICE, Map.of("unitPrice", "2.75")).answerAll();

    assertThat(world.all(RenewalChanged.class)).hasSize(1);
    assertThat(world.all(PeriodInvoiced.class).getLast().net()).isEqualTo(dollars("33.00"));
    assertThat(world.all(ChangeCharged.class)).isEmpty();
  }

  @Test
  void whatIsNotSoldAnyMoreIsSubstitutedOrEndsWithItsTerm() {
    var substituted = parkedAtRenewal(Cause.RENEWAL_PRODUCT_GONE);
    mended(substituted, Remedy.SUBSTITUTE_PRODUCT, Map.of("lineId", "9", "productId", "CARE-PLUS"))
        .answerAll();
    assertThat(substituted.all(PeriodInvoiced.class)).hasSize(4);
    assertThat(
            substituted
                .state()
                .subscriptions()
                .find(CARE)
                .orElseThrow()
                .on(LocalDate.parse("2026-06-30"))
                .productId())
        .isEqualTo(new ProductId("CARE-PLUS"));

    var ended = parkedAtRenewal(Cause.RENEWAL_PRODUCT_GONE);
    mended(ended, Remedy.END_SUBSCRIPTION, Map.of()).answerAll();
    assertThat(ended.all(SubscriptionCancelled.class))
        .singleElement()
        .satisfies(it -> assertThat(it.from()).isEqualTo(LocalDate.parse("2026-06-30")));
    assertThat(ended.all(PeriodInvoiced.class)).hasSize(3);
    assertThat(ended.all(ChangeCredited.class)).isEmpty();
    assertThat(ended.all(FulfilmentCompleted.class)).hasSize(1);
  }

  @Test
  void anInvoiceThatNobodyPaysIsFinancesAfterTwoPeriodsFromItsIssueAndTwoMoreEachTime() {
    var world = world(true).on("2026-06-30");
    while (world.all(PeriodInvoiced.class).isEmpty()) {
      world.answer(world.pending().getFirst());
    }
    var care = world.state().subscriptions().find(CARE).orElseThrow();
    var bill = care.unpaid().getFirst().billId();
    assertThat(PaymentPatience.overdueOn(care, bill, 2, 1))
        .isEqualTo(LocalDate.parse("2026-08-30"));
    assertThat(PaymentPatience.overdueOn(care, bill, 2, 2))
        .isEqualTo(LocalDate.parse("2026-10-30"));
  }

  @Test
  void aPaymentThatIsOverdueIsAskedForAgainAndStopsNoInvoice() {
    var world = world(true).answerAll().told(1, Kind.DELIVERED).answerAll();
    world.on("2026-04-30").answerWaits().answer(world.next(Step.InvoicePeriod.class));
    var check = world.next(Step.CheckBillPayment.class);
    world.parked(check, Cause.PAYMENT_OVERDUE).on("2026-05-31").answerWaits();
    assertThat(world.pending()).contains(new Step.InvoicePeriod(CARE, 3));

    mended(world, Remedy.RETRY, Map.of());

    assertThat(world.pending()).contains(check);
    world.answerAll();
    assertThat(world.state().subscriptions().find(CARE).orElseThrow().unpaid()).isEmpty();
  }

  @Test
  void financeEndsASubscriptionThatNobodyPaysWithWhatIsInvoiced() {
    var world = world(true).answerAll().told(1, Kind.DELIVERED).answerAll();
    world.on("2026-04-30").answerWaits().answer(world.next(Step.InvoicePeriod.class));
    world.parked(world.next(Step.CheckBillPayment.class), Cause.PAYMENT_OVERDUE);

    mended(world, Remedy.END_SUBSCRIPTION, Map.of());

    assertThat(world.all(SubscriptionCancelled.class))
        .singleElement()
        .satisfies(it -> assertThat(it.from()).isEqualTo(LocalDate.parse("2026-05-31")));
    world.answerAll().on("2026-05-31").answerWaits().answerAll();
    assertThat(world.all(PeriodInvoiced.class)).hasSize(2);
    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
  }

  @Test
  void aRemedyWithoutWhatItNeedsSaysSo() {
    var world = parkedAtRenewal(Cause.RENEWAL_PRICE_NOT_APPROVED);

    assertThatThrownBy(() -> mended(world, Remedy.REPRICE, Map.of()))
        .isInstanceOf(RemedyNotApplicable.class)
        .hasMessageContaining("unitPrice");
    assertThatThrownBy(() -> mended(world, Remedy.REPRICE, Map.of("unitPrice", "cheap")))
        .isInstanceOf(RemedyNotApplicable.class);
  }
}
