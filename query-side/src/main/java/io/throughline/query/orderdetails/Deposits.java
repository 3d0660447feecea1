package io.throughline.query.orderdetails;

import io.throughline.kernel.event.DepositEvent;
import io.throughline.kernel.event.DepositEvent.DepositApplied;
import io.throughline.kernel.event.DepositEvent.DepositReceived;
import io.throughline.kernel.event.DepositEvent.DepositRefunded;
import io.throughline.kernel.event.DepositEvent.DepositRequested;
import io.throughline.kernel.event.DepositEvent.DepositReversed;
import io.throughline.query.orderdetails.OrderDetails.Deposit;
import java.util.function.UnaryOperator;

/** How what is paid in advance changes the view of an order. */
final class Deposits {
  private Deposits() {}

  static void apply(Draft draft, DepositEvent event) {
    switch (event) {
      case DepositRequested asked -> {
        var before = draft.deposit;
        draft.deposit =
            before == null
                ? new Deposit(asked.amount(), draft.zero(), draft.zero(), false, asked.at())
                : before.askedAnew(asked.amount(), asked.at());
        draft.exceptions.removeIf(it -> asked.closed().contains(it.exceptionId()));
      }
      case DepositReceived paid -> {
        change(draft, it -> it.receive(paid.amount()));
        draft.exceptions.removeIf(it -> paid.closed().contains(it.exceptionId()));
      }
      case DepositReversed back -> change(draft, it -> it.takeBack(back.amount()));
      case DepositApplied applied -> {
        change(draft, it -> it.use(applied.amount()));
        InvoicePayments.advance(draft, applied);
      }
      case DepositRefunded back -> {
        change(draft, it -> it.use(back.amount()));
        draft.money = draft.money.refund(back.amount());
      }
    }
  }

  static void waived(Draft draft) {
    change(draft, Deposit::withoutIt);
  }

  private static void change(Draft draft, UnaryOperator<Deposit> change) {
    draft.deposit = draft.deposit == null ? null : change.apply(draft.deposit);
  }
}
