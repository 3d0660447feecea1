package io.throughline.command.changes;

import io.throughline.command.changes.TakenChanges.Taken;
import io.throughline.command.erp.ErpInquiries.Product;
import io.throughline.command.erp.Erps;
import io.throughline.command.fulfilment.FulfilmentCommand.TakeProductChange;
import io.throughline.command.fulfilment.OrdersByProduct;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Reads a product that was changed in the ERP, if orders wait for it, and tells each of them. */
@Component
class TakeProductTask implements TaskHandler<Taken> {
  static final String NAME = "take-product";

  private final Erps erps;
  private final OrdersByProduct orders;
  private final CommandGateway commands;
  private final BusinessClock clock;

  TakeProductTask(Erps erps, OrdersByProduct orders, CommandGateway commands, BusinessClock clock) {
    this.erps = erps;
    this.orders = orders;
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
    var product = task.as(ProductId::new);
    var concerned = product.map(orders::with).orElse(List.of());
    return concerned.isEmpty()
        ? new Next.Finished()
        : tell(task.account(), product.orElseThrow(), concerned);
  }

  private Next tell(String account, ProductId product, List<OrderId> concerned) {
    return Asked.then(
        erps.at(account).product(product),
        found -> {
          var isGone = found.map(Product::discontinued).orElse(true);
          for (var order : concerned) {
            commands.sendAndWait(
                new TakeProductChange(order, account, product, isGone, clock.instant()));
          }
        });
  }
}
