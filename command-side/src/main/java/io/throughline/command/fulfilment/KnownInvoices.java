package io.throughline.command.fulfilment;

import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.subscription.Subscription;
import io.throughline.kernel.subscription.UnpaidBill;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What orders take their invoices for. An account's invoice is known by its shipment's number, or
 * its bill's.
 */
@Component
public class KnownInvoices {
  private final Fulfilments fulfilments;

  KnownInvoices(Fulfilments fulfilments) {
    this.fulfilments = fulfilments;
  }

  /** Whether the order waits for no payment of it, for it was paid. */
  public boolean isSettled(String erp, ShipmentId shipment) {
    return standing(erp, shipment).filter(it -> it == Billing.Standing.SETTLED).isPresent();
  }

  /** Whether a payment of it was taken back, and the order asks for no other. */
  public boolean isGivenUp(String erp, ShipmentId shipment) {
    return standing(erp, shipment)
        .filter(it -> it == Billing.Standing.REVERSED || it == Billing.Standing.IN_COLLECTION)
        .isPresent();
  }

  /** Whether the order waits for no payment of a recurring invoice, for it was paid. */
  public boolean isSettled(String erp, BillId bill) {
    return line(erp, bill)
        .filter(it -> it.hasIssued(bill) && it.unpaid(bill).isEmpty())
        .isPresent();
  }

  /** Whether a payment of it was taken back, and the order asks for no other. */
  public boolean isGivenUp(String erp, BillId bill) {
    return line(erp, bill)
        .flatMap(it -> it.unpaid(bill))
        .filter(it -> it.standing() != UnpaidBill.Standing.OPEN)
        .isPresent();
  }

  private Optional<Subscription> line(String erp, BillId bill) {
    return fulfilments
        .find(bill.orderId())
        .filter(state -> erp.equals(state.books().erp()))
        .flatMap(state -> state.subscriptions().find(bill.lineId()));
  }

  private Optional<Billing.Standing> standing(String erp, ShipmentId shipment) {
    return fulfilments
        .find(shipment.orderId())
        .filter(state -> erp.equals(state.books().erp()))
        .flatMap(state -> state.shipments().find(shipment))
        .map(it -> it.billing().standing());
  }
}
