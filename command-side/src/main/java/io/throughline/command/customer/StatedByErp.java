package io.throughline.command.customer;

import io.throughline.command.customer.CustomerCommand.TakeFromErp;
import io.throughline.command.erp.ErpCustomers.CustomerInErp;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.RecordedEvent;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Tells a customer what an ERP account states of it. */
@Component
public class StatedByErp {
  private final CommandGateway commands;
  private final BusinessClock clock;

  StatedByErp(CommandGateway commands, BusinessClock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  /**
   * Whether notice was taken of it; else the customer has moved on, and the account is to be asked
   * again.
   *
   * @param history the customer's, as it was when the account was asked; not empty
   */
  public boolean isTaken(
      CustomerId customer, String account, CustomerInErp stated, List<RecordedEvent> history) {
    return commands.<Boolean>sendAndWait(
        new TakeFromErp(
            customer, account, stated.stated(), Agreement.version(history), clock.instant()));
  }
}
