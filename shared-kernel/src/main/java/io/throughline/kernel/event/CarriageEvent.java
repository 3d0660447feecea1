package io.throughline.kernel.event;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.FulfilmentEvent.StepAnswer;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.CountedLine;
import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.ParcelState;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.kernel.privacy.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a shipment besides being picked, shipped and delivered: obstacles, holds, and
 * milestones that nobody tells of.
 */
public sealed interface CarriageEvent extends FulfilmentEvent {

  /** A fact that answers a step about a shipment's way. */
  sealed interface CarriageAnswer extends CarriageEvent, StepAnswer {}

  /** The carrier has it on the van. */
  record ShipmentOutForDelivery(
      OrderId orderId, CustomerId customerId, ShipmentId shipmentId, Instant at)
      implements CarriageEvent {}

  /** Nobody took it, or nobody could: it is on its way back. */
  record ShipmentReturnedToSender(
      OrderId orderId,
      CustomerId customerId,
      ShipmentId shipmentId,
      @Personal @Nullable String reason,
      Instant at)
      implements CarriageEvent {}

  /** The carrier broke it, and will not deliver it. */
  record ShipmentDamaged(
      OrderId orderId,
      CustomerId customerId,
      ShipmentId shipmentId,
      @Personal @Nullable String reason,
      Instant at)
      implements CarriageEvent {}

  /**
   * The provider tells of parcels that it had not told of; those that it tells of when the shipment
   * leaves stand in {@link FulfilmentEvent.ShipmentShipped}.
   */
  record ParcelsCounted(
      OrderId orderId,
      CustomerId customerId,
      ShipmentId shipmentId,
      List<CountedParcel> parcels,
      Instant at)
      implements CarriageEvent {}

  /**
   * What became of one of a shipment's parcels. {@link FulfilmentEvent.ShipmentDelivered} tells
   * that all of the shipment arrived; of a shipment in a single parcel it says both.
   *
   * @param parcelId the provider's own id; its goods may be told of later
   */
  record ParcelTracked(
      OrderId orderId,
      CustomerId customerId,
      ShipmentId shipmentId,
      String parcelId,
      ParcelState state,
      Instant at)
      implements CarriageEvent {}

  /**
   * What left, in all parcels that were told of by now, is not what was asked for: more of
   * something, less, or what nobody asked for. It is to be decided anew.
   *
   * @param lines all that was asked for or counted
   * @param booked whether the ERP had been told of the shipment already, as it was asked for
   * @param closed exceptions that are about fewer parcels
   */
  record ShipmentMiscounted(
      OrderId orderId,
      CustomerId customerId,
      ShipmentId shipmentId,
      List<CountedLine> lines,
      boolean booked,
      List<ExceptionId> closed,
      Instant at)
      implements CarriageEvent, ClosesExceptions {}

  /**
   * It is settled what of the order a miscounted shipment carried: somebody has decided, or the
   * parcels told of by now carry what was asked for.
   *
   * @param lines what the ERP is told, and invoices
   * @param closed exceptions that have nothing to wait for any more
   */
  record ShipmentCountConfirmed(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ShipmentId shipmentId,
      List<LineQuantity> lines,
      List<ExceptionId> closed,
      Instant at)
      implements CarriageAnswer, ClosesExceptions {}

  /** The provider says that it keeps the goods back, for its own reason or on our wish. */
  record ShipmentOnHold(
      OrderId orderId,
      CustomerId customerId,
      ShipmentId shipmentId,
      @Personal @Nullable String reason,
      Instant at)
      implements CarriageEvent {}

  /**
   * A milestone should have come by now, and nobody told of it: the provider is asked.
   *
   * @param since when the milestone before it was reached
   */
  record MilestoneOverdue(
      OrderId orderId,
      CustomerId customerId,
      ShipmentId shipmentId,
      AwaitedMilestone awaited,
      Instant since,
      Instant at)
      implements CarriageEvent {}

  /**
   * The overdue milestone has come, told late or found by asking.
   *
   * @param closed exceptions that have nothing to wait for any more
   */
  record ShipmentChecked(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ShipmentId shipmentId,
      AwaitedMilestone awaited,
      List<ExceptionId> closed,
      Instant at)
      implements CarriageAnswer, ClosesExceptions {}

  /** Nothing more of the order is to leave a warehouse until it is resumed. */
  record ShippingSuspended(
      OrderId orderId, CustomerId customerId, @Personal String reason, Instant at)
      implements CarriageEvent {}

  /** The order's goods may leave again. */
  record ShippingResumed(OrderId orderId, CustomerId customerId, Instant at)
      implements CarriageEvent {}

  /** The provider keeps the goods back until we release them. */
  record ShipmentHeld(
      OrderId orderId, CustomerId customerId, StepId stepId, ShipmentId shipmentId, Instant at)
      implements CarriageAnswer {}

  /** The goods could not be kept back any more. */
  record ShipmentHoldRefused(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ShipmentId shipmentId,
      @Personal String reason,
      Instant at)
      implements CarriageAnswer {}

  /** The provider goes on with the goods that it kept back. */
  record ShipmentReleased(
      OrderId orderId, CustomerId customerId, StepId stepId, ShipmentId shipmentId, Instant at)
      implements CarriageAnswer {}
}
