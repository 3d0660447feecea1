package io.throughline.command.logistics;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.Address;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A logistics provider that ships from our warehouses. Every call may be repeated under the same
 * shipment id: what is there already is found and returned, never done twice. Adapters do not throw
 * for what the other system or the network does; they answer.
 */
public interface Carrier extends CarrierHolds, CarrierTracking, CarrierReturns {

  /** The provider's name in URLs, events and configuration: {@code shipbob}. */
  String provider();

  /** Has the goods shipped. Brings the provider's own id of the shipment. */
  Answer<String> requestShipment(Consignment consignment);

  /** Asks the provider not to ship. Brings whether it could still be stopped. */
  Answer<Cancellation> cancelShipment(ShipmentId shipmentId);

  /**
   * @param requestedOn the day the customer asked for, if any
   */
  record Consignment(
      ShipmentId shipmentId,
      OrderId orderId,
      WarehouseId warehouse,
      Address shipTo,
      @Nullable LocalDate requestedOn,
      List<Parcel> parcels) {}

  /**
   * @param quantity in whole sales units
   */
  record Parcel(ProductId productId, int quantity) {}

  enum Cancellation {
    CANCELLED,
    TOO_LATE
  }
}
