package io.throughline.command.customer;

import io.throughline.command.customer.CustomerCommand.PlaceCustomer;
import io.throughline.command.erp.Erps;
import io.throughline.command.eventstore.EventLog;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.CustomerId;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * In which ERP accounts a customer is. The usual one has every customer; another gets it when an
 * order is first to be booked there.
 */
@Component
public class Placement {
  private final EventLog log;
  private final Erps erps;
  private final CommandGateway commands;
  private final BusinessClock clock;

  Placement(EventLog log, Erps erps, CommandGateway commands, BusinessClock clock) {
    this.log = log;
    this.erps = erps;
    this.commands = commands;
    this.clock = clock;
  }

  /**
   * The accounts that are to be told of the customer, and of whose word about it we take notice.
   */
  public Set<String> of(CustomerId customer) {
    var accounts = new TreeSet<>(agreement(customer).sides().keySet());
    accounts.add(erps.usual());
    accounts.retainAll(erps.names()); // one that is given up is told nothing any more
    return accounts;
  }

  /**
   * Whether the account has said yes or no to the customer, so that it can be asked about an order;
   * has it told of the customer if not. Of a customer that nobody registered the account itself
   * says that there is none.
   */
  public boolean isSettled(CustomerId customer, String erp) {
    if (erp.equals(erps.usual())) {
      return true;
    }
    var agreement = agreement(customer);
    if (agreement.ours() == null || agreement.with(erp).answered() > 0) {
      return true;
    }
    if (!agreement.sides().containsKey(erp)) {
      commands.sendAndWait(new PlaceCustomer(customer, erp, clock.instant()));
    }
    return false;
  }

  private Agreement agreement(CustomerId customer) {
    return Agreement.of(log.of("customer/" + customer));
  }
}
