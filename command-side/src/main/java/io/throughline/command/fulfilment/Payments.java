package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.Billing.Standing;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.PaymentEvent;
import io.throughline.kernel.event.PaymentEvent.PartPaymentRecorded;
import io.throughline.kernel.event.PaymentEvent.PaymentReversed;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step.CheckPayment;
import java.util.stream.Stream;

/** What payments, and what people decide about them, make of where an order is. Pure. */
final class Payments {
  private Payments() {}

  static FulfilmentState of(FulfilmentState state, PaymentEvent event) {
    return switch (event) {
      case PartPaymentRecorded paid ->
          state.update(paid.shipmentId(), it -> it.with(it.billing().paid(paid.amount())));
      case PaymentReversed back ->
          state
              .update(back.shipmentId(), it -> it.with(it.billing().reversed(back.amount())))
              .askedAgain(state.idOf(new CheckPayment(back.shipmentId())));
    };
  }

  static Shipment settled(Shipment shipment, PaymentRecorded event) {
    return shipment.with(shipment.billing().paid(event.amount()).now(Standing.SETTLED));
  }

  /** What somebody decided about a payment that was taken back. */
  static FulfilmentState mended(FulfilmentState state, RemedyApplied event) {
    var about = state.steps().find(event.stepId()).map(Steps.StepState::step);
    if (about.isEmpty() || !(about.get() instanceof CheckPayment check)) {
      return state;
    }
    return state.update(
        check.shipmentId(),
        shipment ->
            shipment.billing().standing() == Standing.REVERSED
                ? shipment.with(shipment.billing().now(after(event.remedy())))
                : shipment);
  }

  private static Standing after(Remedy remedy) {
    return remedy == Remedy.HAND_TO_COLLECTIONS ? Standing.IN_COLLECTION : Standing.OPEN;
  }

  /** Invoices that are due again although the order is completed. */
  static Stream<Shipment> dueAgain(FulfilmentState state) {
    return state.shipments().active().filter(it -> it.invoiceId() != null && !it.paid());
  }
}
