package io.throughline.command.logistics;

import io.throughline.command.logistics.Carrier.Parcel;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.util.List;
import java.util.Optional;

/** Takes back what it shipped. */
public interface CarrierReturns {

  /**
   * Announces goods that will come back. Brings the provider's own id of the return; announced
   * twice under one id it is one return.
   */
  Answer<String> expectReturn(ExpectedReturn expected);

  /** Tells that the goods will not come. Brings whether the provider expected them. */
  Answer<Boolean> withdrawReturn(ReturnId returnId);

  /** What the provider says of the return now, if it knows it. */
  Answer<Optional<Progress>> trackReturn(ReturnId returnId);

  /**
   * @param original a shipment that the goods came with
   * @param warehouse where they are to come to
   */
  record ExpectedReturn(
      ReturnId returnId, ShipmentId original, WarehouseId warehouse, List<Parcel> parcels) {}

  /**
   * @param status in the provider's own words, for people
   * @param updates what has happened, as messages would have told
   */
  record Progress(String status, List<ReturnUpdate> updates) {}
}
