package io.throughline.command.changes;

import io.throughline.command.changes.TakenChanges.Taken;
import io.throughline.command.erp.ErpDeposits.Deposit;
import io.throughline.command.erp.Erps;
import io.throughline.command.fulfilment.FulfilmentCommand.TakeDeposits;
import io.throughline.command.fulfilment.KnownDeposits;
import io.throughline.command.platform.Answer;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Tells an order what was paid in advance when it looked for that no more. */
@Component
class TakeDepositTask implements TaskHandler<Taken> {
  static final String NAME = "take-deposit";

  private final Erps erps;
  private final KnownDeposits known;
  private final CommandGateway commands;
  private final BusinessClock clock;

  TakeDepositTask(Erps erps, KnownDeposits known, CommandGateway commands, BusinessClock clock) {
    this.erps = erps;
    this.known = known;
    this.commands = commands;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Taken> dataType() {
    return Taken.class;
  }

  @Override
  public Next run(Taken task, int attempt) {
    return ours(task.number())
        .flatMap(
            order ->
                known
                    .currencyOfWhatIsNotLookedFor(task.account(), order)
                    .map(currency -> tell(task.account(), order, currency)))
        .orElse(new Next.Finished());
  }

  /** Empty for numbers that no order of ours could have. */
  private static Optional<OrderId> ours(String number) {
    try {
      return Optional.of(new OrderId(number));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Next tell(String account, OrderId order, Currency currency) {
    return switch (erps.at(account).deposits(order, currency)) {
      case Answer.Done<List<Deposit>>(var found) -> {
        var received =
            found.stream().map(Deposit::amount).reduce(Money.zero(currency), Money::plus);
        commands.sendAndWait(new TakeDeposits(order, received, clock.instant()));
        yield new Next.Finished();
      }
      case Answer.Refused<List<Deposit>> _ -> new Next.Finished();
      case Answer.Busy<List<Deposit>> busy -> new Next.TryAgain(busy.retryAfter());
      case Answer.Unknown<List<Deposit>> _ -> new Next.TryAgain(null);
    };
  }
}
