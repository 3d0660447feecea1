package io.throughline.simulators.shipbob;

import tools.jackson.databind.json.JsonMapper;

/** What a webhook tells of a shipment. */
final class Payload {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Payload() {}

  static String of(Shipment shipment, Milestone milestone) {
    var body = JSON.createObjectNode();
    body.put("id", Long.parseLong(shipment.id));
    body.put("reference_id", shipment.taken.reference());
    body.put("status", milestone.status);
    body.put("last_update_at", String.valueOf(shipment.milestones.get(milestone)));
    if (milestone != Milestone.PICKED) {
      body.putObject("tracking")
          .put("carrier", "Parcel Express")
          .put("tracking_number", shipment.trackingNumber());
    }
    return body.toString();
  }
}
