package io.throughline.command.changes;

import io.throughline.command.changes.TakenChanges.Taken;
import io.throughline.command.erp.ErpDeposits.Deposit;
import io.throughline.command.erp.Erps;
import io.throughline.command.fulfilment.FulfilmentCommand.TakeDeposits;
import io.throughline.command.fulfilment.KnownDeposits;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import java.util.Currency;
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
    return task.as(OrderId::new)
        .flatMap(
            order ->
                known
                    .currencyOfWhatIsNotLookedFor(task.account(), order)
                    .map(currency -> tell(task.account(), order, currency)))
        .orElse(new Next.Finished());
  }

  private Next tell(String account, OrderId order, Currency currency) {
    return Asked.then(
        erps.at(account).deposits(order, currency),
        found -> {
          var received =
              found.stream().map(Deposit::amount).reduce(Money.zero(currency), Money::plus);
          commands.sendAndWait(new TakeDeposits(order, received, clock.instant()));
        });
  }
}
