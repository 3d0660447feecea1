package io.throughline.command.logistics;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.util.List;
import java.util.Optional;

/** Tells how far a shipment has come, for what no message ever told. */
public interface CarrierTracking {

  /** What the provider says of the shipment now, if it knows it. */
  Answer<Optional<Tracking>> track(ShipmentId shipmentId);

  /**
   * @param status in the provider's own words, for people
   * @param updates every milestone that it has come to, as messages would have told
   */
  record Tracking(String status, List<ShipmentUpdate> updates) {}
}
