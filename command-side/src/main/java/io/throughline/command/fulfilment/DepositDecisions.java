package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentCommand.TakeDeposits;
import io.throughline.kernel.Money;
import io.throughline.kernel.event.DepositEvent.DepositReceived;
import io.throughline.kernel.event.DepositEvent.DepositReversed;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.fulfilment.Step.CheckDeposit;
import java.util.List;

/** What the ERP says of what was paid in advance, held against what was known of it. Pure. */
final class DepositDecisions {
  private DepositDecisions() {}

  /**
   * What the ERP says that it got, held against what was known: what is new of it happened in
   * between.
   */
  static List<FulfilmentEvent> taken(FulfilmentState state, TakeDeposits told) {
    var known = state.money().deposits();
    var asked = state.deposit().asked();
    if (asked == null) {
      return List.of();
    }
    if (told.received().exceeds(known)) {
      return List.of(received(state, told, asked));
    }
    var lost = least(known.minus(told.received()), state.money().depositsLeft());
    return lost.isZero()
        ? List.of()
        : List.of(
            new DepositReversed(
                state.orderId(),
                state.customerId(),
                lost,
                Deposits.restOf(asked, known.minus(lost)),
                told.at()));
  }

  private static DepositReceived received(FulfilmentState state, TakeDeposits told, Money asked) {
    var remaining = Deposits.restOf(asked, told.received());
    return new DepositReceived(
        state.orderId(),
        state.customerId(),
        told.received().minus(state.money().deposits()),
        remaining,
        remaining.isZero() ? state.exceptions().about(state.idOf(new CheckDeposit())) : List.of(),
        told.at());
  }

  private static Money least(Money one, Money other) {
    return one.exceeds(other) ? other : one;
  }
}
