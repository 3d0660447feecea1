package io.throughline.simulators.shipbob;

import java.time.Duration;

/**
 * What a shipment passes. The topics of shipping and delivery are ShipBob's; the one for picking
 * follows its pattern {@code order.shipment.line_item.*} and was not checked against the vendor.
 */
enum Milestone {
  PICKED("order.shipment.line_item.picked", "Picked", Duration.ofHours(2)),
  SHIPPED("order.shipped", "Shipped", Duration.ofHours(6)),
  DELIVERED("order.shipment.delivered", "Delivered", Duration.ofDays(2));

  final String topic;
  final String status;

  /** From the request (business time). */
  final Duration after;

  Milestone(String topic, String status, Duration after) {
    this.topic = topic;
    this.status = status;
    this.after = after;
  }
}
