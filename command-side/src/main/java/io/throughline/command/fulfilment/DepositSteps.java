package io.throughline.command.fulfilment;

import io.throughline.command.customer.Successors;
import io.throughline.command.erp.Erp;
import io.throughline.command.erp.ErpDeposits.Deposit;
import io.throughline.command.fulfilment.FulfilmentCommand.TakeDeposits;
import io.throughline.command.fulfilment.StepOutcome.Answered;
import io.throughline.command.fulfilment.StepOutcome.Learned;
import io.throughline.command.fulfilment.StepOutcome.NotYet;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.DepositTerms;
import io.throughline.kernel.Money;
import io.throughline.kernel.event.DepositEvent.DepositApplied;
import io.throughline.kernel.event.DepositEvent.DepositRefunded;
import io.throughline.kernel.event.DepositEvent.DepositRequested;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Carries out the steps about what is paid in advance. */
@Component
class DepositSteps {
  /** How often the ERP is asked (business time): it has no way to tell us. */
  private static final Duration PAUSE = Duration.ofHours(4);

  private final BusinessClock clock;
  private final Successors successors;
  private final Duration patience;

  /**
   * @param patience after which a deposit that is not paid is a person's matter (business time)
   */
  DepositSteps(
      BusinessClock clock,
      Successors successors,
      @Value("${throughline.deposits.patience:14d}") Duration patience) {
    this.clock = clock;
    this.successors = successors;
    this.patience = patience;
  }

  StepOutcome perform(Step.DepositStep step, Erp erp, FulfilmentState state) {
    var id = state.idOf(step);
    return switch (step) {
      case Step.RequestDeposit _ -> request(id, erp, state);
      case Step.CheckDeposit _ -> check(erp, state);
      case Step.ApplyDeposit apply -> apply(id, apply.shipmentId(), erp, state);
      case Step.RefundDeposit _ -> refund(id, erp, state);
    };
  }

  /** Asked for is a share of what the ERP reckons, so it is asked what that is. */
  private StepOutcome request(StepId id, Erp erp, FulfilmentState state) {
    DepositTerms terms = Objects.requireNonNull(state.terms().sale().deposit());
    var answer =
        erp.salesOrder(state.orderId(), state.terms().currency())
            .then(
                found -> {
                  var amount =
                      found
                          .map(order -> terms.of(order.net().plus(order.tax())))
                          .orElse(Money.zero(state.terms().currency()));
                  return erp.requestDeposit(state.orderId(), amount).map(_ -> amount);
                });
    return StepOutcome.of(
        Dependency.ERP,
        answer,
        amount ->
            new Answered(
                new DepositRequested(
                    state.orderId(),
                    state.customerId(),
                    id,
                    amount,
                    state.exceptions().about(state.idOf(new Step.CheckDeposit())),
                    clock.instant())));
  }

  private StepOutcome check(Erp erp, FulfilmentState state) {
    return told(
        erp,
        state,
        now -> isForAPerson(now) ? BooksAmiss.ofDeposit(now.deposit()) : new NotYet(PAUSE));
  }

  /** What was paid is taken first. */
  private StepOutcome told(
      Erp erp, FulfilmentState state, Function<FulfilmentState, StepOutcome> then) {
    return StepOutcome.of(
        Dependency.ERP,
        erp.deposits(state.orderId(), state.terms().currency()),
        found ->
            new Learned(
                new TakeDeposits(state.orderId(), received(found, state), clock.instant()), then));
  }

  private static Money received(List<Deposit> found, FulfilmentState state) {
    return found.stream()
        .map(Deposit::amount)
        .reduce(Money.zero(state.terms().currency()), Money::plus);
  }

  /** Late or taken back, where anybody waits for it. */
  private boolean isForAPerson(FulfilmentState state) {
    return !state.deposit().waived() && (isLate(state) || state.deposit().reversed() != null);
  }

  private boolean isLate(FulfilmentState state) {
    var since = state.deposit().since();
    return since != null && !clock.instant().isBefore(since.plus(patience));
  }

  private StepOutcome apply(StepId id, ShipmentId shipment, Erp erp, FulfilmentState state) {
    return StepOutcome.of(
        Dependency.ERP,
        erp.applyDeposits(state.orderId(), shipment, state.terms().currency()),
        amount ->
            new Answered(
                new DepositApplied(
                    state.orderId(),
                    state.customerId(),
                    id,
                    shipment,
                    String.valueOf(state.shipments().find(shipment).orElseThrow().invoiceId()),
                    amount,
                    clock.instant())));
  }

  private StepOutcome refund(StepId id, Erp erp, FulfilmentState state) {
    return told(
        erp,
        state,
        now ->
            StepOutcome.of(
                Dependency.ERP,
                erp.refundDeposits(
                    now.orderId(), successors.of(now.customerId()), now.terms().currency()),
                amount ->
                    new Answered(
                        new DepositRefunded(
                            now.orderId(),
                            now.customerId(),
                            id,
                            amount.minus(now.money().depositsRefunded()),
                            clock.instant()))));
  }
}
