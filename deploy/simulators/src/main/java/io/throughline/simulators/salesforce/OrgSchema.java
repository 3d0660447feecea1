package io.throughline.simulators.salesforce;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What objects the org has, by what they are found, and which events it knows. */
final class OrgSchema {
  static final String INTENT = "Order_Intent__c";
  static final String ORDER = "Throughline_Order__c";
  static final String INTENT_EVENT = "Order_Intent__e";
  static final String STATUS_EVENT = "Order_Status__e";

  /**
   * @param prefix of its records' ids
   * @param externalId the field that its records are upserted by; empty: none
   */
  record SObject(String name, String prefix, String externalId, List<String> fields) {}

  private static final List<String> SYSTEM =
      List.of("Id", "CreatedDate", "CreatedById", "LastModifiedDate", "SystemModstamp");

  private static final Map<String, SObject> OBJECTS =
      Map.of(
          INTENT,
          new SObject(
              INTENT,
              "a01",
              "Intent_Id__c",
              List.of(
                  "Intent_Id__c",
                  "Kind__c",
                  "Order_Number__c",
                  "Payload__c",
                  "Status__c",
                  "Status_Detail__c",
                  "Attempts__c",
                  "Taken_At__c")),
          ORDER,
          new SObject(
              ORDER,
              "a02",
              "Order_Number__c",
              List.of(
                  "Order_Number__c",
                  "State__c",
                  "Milestone__c",
                  "Changed_At__c",
                  "Detail__c",
                  "Erp_Order_Number__c",
                  "Version__c")),
          "Account",
          new SObject(
              "Account",
              "001",
              "",
              List.of(
                  "Name",
                  "AccountNumber",
                  "Phone",
                  "OwnerId",
                  "CurrencyIsoCode",
                  "BillingStreet",
                  "BillingCity",
                  "BillingState",
                  "BillingPostalCode",
                  "BillingCountryCode")),
          "Contact",
          new SObject("Contact", "003", "", List.of("AccountId", "Name", "Email", "Phone")));

  /** How long texts may be (Salesforce, "Object Reference"), as far as anybody writes them here. */
  private static final Map<String, Integer> LENGTHS =
      Map.ofEntries(
          Map.entry("Status_Detail__c", 255),
          Map.entry("Detail__c", 255),
          Map.entry("Name", 255),
          Map.entry("Phone", 40),
          Map.entry("Email", 80),
          Map.entry("BillingStreet", 255),
          Map.entry("BillingCity", 40),
          Map.entry("BillingState", 80),
          Map.entry("BillingPostalCode", 20));

  private static final Map<String, List<String>> EVENTS =
      Map.of(
          INTENT_EVENT,
          List.of("Intent_Id__c"),
          STATUS_EVENT,
          List.of(
              "Order_Number__c", "State__c", "Milestone__c", "At__c", "Detail__c", "Version__c"));

  private OrgSchema() {}

  /**
   * @throws OrgRefusal 404 if there is no such object
   */
  static SObject object(String name) {
    var found = OBJECTS.get(name);
    if (found == null) {
      throw OrgRefusal.notFound("The requested resource does not exist");
    }
    return found;
  }

  /**
   * @throws OrgRefusal 400 if the field does not hold so much
   */
  static void requireShort(String field, String text) {
    var most = LENGTHS.getOrDefault(field, Integer.MAX_VALUE);
    if (text.length() > most) {
      throw OrgRefusal.tooLong(field, text, most);
    }
  }

  static Optional<List<String>> event(String name) {
    return Optional.ofNullable(EVENTS.get(name));
  }

  static boolean isTracked(String type) {
    return type.equals("Account") || type.equals("Contact");
  }

  static boolean isField(SObject object, String name) {
    return SYSTEM.contains(name) || object.fields().contains(name);
  }

  /** The topic that tells of changes to the object's records. */
  static String changesOf(String type) {
    return "/data/" + type + "ChangeEvent";
  }

  static String topicOf(String event) {
    return "/event/" + event;
  }

  /** The fields that the topic's events have, without those of every event. */
  static Optional<List<String>> fieldsOf(String topic) {
    if (topic.startsWith("/event/")) {
      return event(topic.substring("/event/".length()));
    }
    return OBJECTS.values().stream()
        .filter(it -> isTracked(it.name()) && changesOf(it.name()).equals(topic))
        .findFirst()
        .map(SObject::fields);
  }
}
