package io.throughline.command.changes;

import io.throughline.command.changes.TakenChanges.Taken;
import io.throughline.command.erp.Erp.Invoice;
import io.throughline.command.erp.ErpBilling.Bill;
import io.throughline.command.erp.Erps;
import io.throughline.command.fulfilment.FulfilmentCommand;
import io.throughline.command.fulfilment.FulfilmentCommand.TakeBillPayments;
import io.throughline.command.fulfilment.FulfilmentCommand.TakePayments;
import io.throughline.command.platform.Answer;
import io.throughline.command.platform.tasks.Next;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
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
   * @param isNewsOfBill the same of a recurring invoice
   */
  Next tell(
      Taken change,
      BiPredicate<String, ShipmentId> isNews,
      BiPredicate<String, BillId> isNewsOfBill) {
    var account = change.account();
    var bill = change.as(BillId::new);
    if (bill.isPresent()) {
      return bill.filter(it -> isNewsOfBill.test(account, it))
          .map(it -> told(erps.at(account).subscriptionInvoice(it), now -> told(it, now)))
          .orElse(new Next.Finished());
    }
    return change
        .as(ShipmentId::new)
        .filter(it -> isNews.test(account, it))
        .map(it -> told(erps.at(account).invoice(it), now -> told(it, now)))
        .orElse(new Next.Finished());
  }

  private <T> Next told(Answer<Optional<T>> answer, Function<T, FulfilmentCommand> command) {
    return Asked.then(answer, found -> found.map(command).ifPresent(commands::sendAndWait));
  }

  private TakeBillPayments told(BillId bill, Bill invoice) {
    return new TakeBillPayments(
        bill.orderId(), bill, invoice.id(), invoice.paid(), invoice.remaining(), clock.instant());
  }

  private TakePayments told(ShipmentId shipment, Invoice invoice) {
    return new TakePayments(
        shipment.orderId(), shipment, invoice.paid(), invoice.remaining(), clock.instant());
  }
}
