package io.throughline.command.changes;

import io.throughline.command.changes.TakenChanges.Taken;
import io.throughline.command.erp.Erp.Invoice;
import io.throughline.command.erp.Erps;
import io.throughline.command.fulfilment.FulfilmentCommand.TakePayments;
import io.throughline.command.platform.Answer;
import io.throughline.command.platform.tasks.Next;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Tells an order how the ERP's invoice stands, where the order takes it for something else. */
@Component
class ToldInvoices {
  private final Erps erps;
  private final CommandGateway commands;
  private final BusinessClock clock;

  ToldInvoices(Erps erps, CommandGateway commands, BusinessClock clock) {
    this.erps = erps;
    this.commands = commands;
    this.clock = clock;
  }

  /**
   * @param isNews whether the order, of that account's shipment, has to hear of it
   */
  Next tell(Taken change, BiPredicate<String, ShipmentId> isNews) {
    return ours(change.number())
        .filter(shipment -> isNews.test(change.account(), shipment))
        .map(shipment -> tell(change.account(), shipment))
        .orElse(new Next.Finished());
  }

  /** Empty for numbers that no shipment of ours could have. */
  private static Optional<ShipmentId> ours(String number) {
    try {
      return Optional.of(new ShipmentId(number));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Next tell(String account, ShipmentId shipment) {
    return switch (erps.at(account).invoice(shipment)) {
      case Answer.Done<Optional<Invoice>>(var found) -> {
        found.map(it -> told(shipment, it)).ifPresent(commands::sendAndWait);
        yield new Next.Finished();
      }
      case Answer.Refused<Optional<Invoice>> _ -> new Next.Finished();
      case Answer.Busy<Optional<Invoice>> busy -> new Next.TryAgain(busy.retryAfter());
      case Answer.Unknown<Optional<Invoice>> _ -> new Next.TryAgain(null);
    };
  }

  private TakePayments told(ShipmentId shipment, Invoice invoice) {
    return new TakePayments(
        shipment.orderId(), shipment, invoice.paid(), invoice.remaining(), clock.instant());
  }
}
