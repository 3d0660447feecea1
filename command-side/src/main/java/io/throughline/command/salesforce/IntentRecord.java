package io.throughline.command.salesforce;

import io.throughline.command.intents.Intent;
import tools.jackson.databind.JsonNode;

/** {@code Order_Intent__c} as it is read. */
record IntentRecord(Intent intent, String status) {
  static final String TYPE = "Order_Intent__c";
  static final String EXTERNAL_ID = "Intent_Id__c";
  static final String PENDING = "Pending";
  static final String FIELDS =
      "select Intent_Id__c, Kind__c, Order_Number__c, Payload__c, Status__c, CreatedById,"
          + " CreatedDate from Order_Intent__c";
  static final String ORDER = " order by CreatedDate, Id";

  static IntentRecord of(JsonNode row) {
    return new IntentRecord(
        new Intent(
            text(row, "Intent_Id__c"),
            text(row, "Kind__c"),
            text(row, "Order_Number__c"),
            text(row, "Payload__c"),
            text(row, "CreatedById")),
        text(row, "Status__c"));
  }

  boolean isPending() {
    return status.equals(PENDING) || status.isEmpty();
  }

  private static String text(JsonNode row, String field) {
    return row.path(field).asString("");
  }
}
