package io.throughline.command.logistics;

import io.throughline.command.logistics.Carrier.Parcel;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.util.List;

/** Takes back what it shipped. */
public interface CarrierReturns {

  /**
   * Announces goods that will come back. Brings the provider's own id of the return; announced
   * twice under one id it is one return.
   */
  Answer<String> expectReturn(ExpectedReturn expected);

  /**
   * @param returnId ours
   * @param original the shipment that the goods came with
   * @param warehouse where they are to come to
   */
  record ExpectedReturn(
      String returnId, ShipmentId original, WarehouseId warehouse, List<Parcel> parcels) {}
}
