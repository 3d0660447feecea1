package io.throughline.command.salesforce;

import io.throughline.kernel.OrderId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that leaves for Salesforce of an order. Each component is held against the ownership
 * catalogue's list of what may.
 *
 * @param changedAt business time (UTC)
 * @param version of the status: the global index of the event that made it
 */
record OrderStatusRecord(
    OrderId orderId,
    String state,
    String milestone,
    Instant changedAt,
    String detail,
    @Nullable String erpOrderNumber,
    long version) {
  static final String TYPE = "Throughline_Order__c";
  static final String EXTERNAL_ID = "Order_Number__c";
  static final String TOPIC = "/event/Order_Status__e";

  static OrderStatusRecord of(OrderStatus status, long version) {
    return new OrderStatusRecord(
        status.orderId(),
        status.state().name(),
        status.milestone(),
        status.changedAt(),
        status.detail(),
        status.erpOrderNumber(),
        version);
  }

  /** Into {@code Throughline_Order__c}. */
  ObjectNode into(ObjectNode record) {
    record.put(EXTERNAL_ID, orderId.value());
    record.put("State__c", state);
    record.put("Milestone__c", milestone);
    record.put("Changed_At__c", changedAt.toString());
    record.put("Detail__c", detail.isEmpty() ? null : detail);
    record.put("Erp_Order_Number__c", erpOrderNumber);
    record.put("Version__c", version);
    return record;
  }

  /** {@code Order_Status__e}. */
  Map<String, @Nullable Object> event() {
    var event = new LinkedHashMap<String, @Nullable Object>();
    event.put("Order_Number__c", orderId.value());
    event.put("State__c", state);
    event.put("Milestone__c", milestone);
    event.put("At__c", changedAt);
    event.put("Detail__c", detail.isEmpty() ? null : detail);
    event.put("Version__c", version);
    return event;
  }
}
