package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.Billing.Standing;
import io.throughline.command.fulfilment.FulfilmentCommand.TakePayments;
import io.throughline.kernel.Money;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.PaymentEvent.PartPaymentRecorded;
import io.throughline.kernel.event.PaymentEvent.PaymentReversed;
import io.throughline.kernel.fulfilment.Step.CheckPayment;
import java.util.ArrayList;
import java.util.List;

/**
 * What the ERP says of an invoice's payments, held against what was known of them: what is new of
 * it happened in between. So it does not matter how often, or by whom, the ERP is asked. Pure.
 */
final class PaymentDecisions {
  private PaymentDecisions() {}

  static List<FulfilmentEvent> taken(FulfilmentState state, TakePayments told) {
    var events = new ArrayList<FulfilmentEvent>();
    state
        .shipments()
        .find(told.shipmentId())
        .filter(it -> it.invoiceId() != null)
        .filter(it -> !Deposits.isToBeApplied(state, it)) // what of it is a deposit is not known
        .map(Shipment::billing)
        .ifPresent(billing -> events.addAll(news(state, withoutDeposit(told, billing), billing)));
    return events;
  }

  /** What was paid in advance is no payment of the invoice. */
  private static TakePayments withoutDeposit(TakePayments told, Billing billing) {
    var deposit = billing.deposit();
    return deposit == null
        ? told
        : new TakePayments(
            told.orderId(),
            told.shipmentId(),
            told.paid().exceeds(deposit)
                ? told.paid().minus(deposit)
                : Money.zero(deposit.currency()),
            told.remaining(),
            told.at());
  }

  private static List<FulfilmentEvent> news(
      FulfilmentState state, TakePayments told, Billing billing) {
    var none = Money.zero(told.paid().currency());
    var known = billing.received() == null ? none : billing.received();
    var invoice = String.valueOf(billing.invoiceId());
    var isSettled = !told.remaining().exceeds(none);
    var events = new ArrayList<FulfilmentEvent>();
    if (known.exceeds(told.paid())) {
      events.add(
          new PaymentReversed(
              state.orderId(),
              state.customerId(),
              told.shipmentId(),
              invoice,
              known.minus(told.paid()),
              told.remaining(),
              told.at()));
    }
    var more = told.paid().exceeds(known) ? told.paid().minus(known) : none;
    if (isSettled && (billing.standing() != Standing.SETTLED || !events.isEmpty())) {
      var step = state.idOf(new CheckPayment(told.shipmentId()));
      events.add(
          new PaymentRecorded(
              state.orderId(),
              state.customerId(),
              step,
              told.shipmentId(),
              invoice,
              more,
              state.exceptions().about(step),
              told.at()));
    } else if (!more.isZero()) {
      events.add(
          new PartPaymentRecorded(
              state.orderId(),
              state.customerId(),
              told.shipmentId(),
              invoice,
              more,
              told.remaining(),
              told.at()));
    }
    return events;
  }
}
