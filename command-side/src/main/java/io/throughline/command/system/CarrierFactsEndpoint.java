package io.throughline.command.system;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.logistics.CarrierTracking.Tracking;
import io.throughline.command.logistics.Carriers;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.ownership.SystemOfRecord;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What the logistics providers say now. */
@RestController
@RequestMapping("/system/v1/carriers")
@Tag(name = "The logistics providers' facts")
@PreAuthorize("denyAll()")
class CarrierFactsEndpoint {
  private final Carriers carriers;
  private final LiveFacts facts;
  private final JsonMapper json;

  CarrierFactsEndpoint(Carriers carriers, LiveFacts facts, JsonMapper json) {
    this.carriers = carriers;
    this.facts = facts;
    this.json = json;
  }

  @GetMapping("/{provider}/shipments/{shipmentId}")
  @PreAuthorize("hasAnyRole('sales', 'operations', 'integration')")
  @Operation(summary = "Read how far a shipment is, with its tracking number")
  ResponseEntity<FactReply<Tracking>> shipment(
      @PathVariable String provider, @PathVariable String shipmentId) {
    if (!carriers.names().contains(provider)) {
      throw new NotThere(
          "No provider "
              + provider
              + " is connected, only "
              + String.join(", ", carriers.names())
              + ".");
    }
    var shipment = new ShipmentId(shipmentId);
    var known =
        facts.find(
            FactKind.SHIPMENT,
            provider,
            shipment.value(),
            Tracking.class,
            () -> carriers.at(provider).track(shipment));
    return FactReply.of(SystemOfRecord.CARRIER, FactKind.SHIPMENT, known, json);
  }
}
