package io.throughline.command.logistics;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.fulfilment.ShipmentId;

/** Stops a shipment for a while, and lets it go on. */
public interface CarrierHolds {

  /** Asks the provider to keep the goods back. Brings whether it does. */
  Answer<Hold> holdShipment(ShipmentId shipmentId);

  /**
   * Lets the provider go on. Brings whether it knows the shipment; one that was never held goes on
   * as it did.
   */
  Answer<Boolean> releaseShipment(ShipmentId shipmentId);

  enum Hold {
    HELD,
    /** The goods have left, or will not leave any more, or the provider holds nothing back. */
    TOO_LATE
  }
}
