package io.throughline.kernel.format;

import io.throughline.kernel.event.MetadataKeys;
import io.throughline.kernel.event.StoredEvent;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Derives the AsyncAPI 3.0 document (asyncapi.com/docs/reference/specification/v3.0.0) of the
 * published events: the topic, its messages with their schemas, and their headers.
 */
final class AsyncApi {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String JSON_SCHEMA = "application/schema+json;version=draft/2020-12";

  /** As the command side makes the topic: publication.Topic. */
  static final int PARTITIONS = 6;

  /** Name of a header to what it says; those without a star may be missing. */
  private static final Map<String, String> HEADERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("ce_specversion*", "1.0"),
              Map.entry("ce_id*", "The event's id"),
              Map.entry("ce_type*", "The wire name"),
              Map.entry("ce_source*", "/throughline/ and the aggregate's type"),
              Map.entry("ce_subject*", "The aggregate's id"),
              Map.entry("ce_time*", "When it happened: ISO 8601, business time, UTC"),
              Map.entry("ce_recordedtime*", "When it was recorded: ISO 8601, wall time, UTC"),
              Map.entry("ce_globalindex*", "Its place among all events"),
              Map.entry("ce_aggregatetype*", "What has changed: order, customer, fulfilment …"),
              Map.entry("ce_sequence*", "Its place among its aggregate's events"),
              Map.entry("content-type*", "application/json"),
              Map.entry("ce_correlationid", "What all belongs to one request"),
              Map.entry("ce_causationid", "What led to it"),
              Map.entry("ce_traceparent", "W3C trace context"),
              Map.entry("ce_actor", "Who did it: an opaque id"),
              Map.entry("ce_origin", "Where it came in: salesforce, say")));

  private AsyncApi() {}

  static String document() {
    var document = JSON.createObjectNode().put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "Throughline: published events")
        .put("version", "1")
        .put(
            "description",
            "CloudEvents 1.0, Kafka protocol binding, binary mode. What is personal is sealed under"
                + " its customer's key.");
    document.put("defaultContentType", "application/json");
    var channel = document.putObject("channels").putObject("events");
    channel
        .put("address", CloudEvents.TOPIC)
        .put("description", "All events, for good; all that concerns one customer is in order.");
    var messages = channel.putObject("messages");
    WireNames.current()
        .keySet()
        .forEach(name -> messages.putObject(name).put("$ref", "#/components/messages/" + name));
    channel
        .putObject("bindings")
        .putObject("kafka")
        .put("topic", CloudEvents.TOPIC)
        .put("partitions", PARTITIONS)
        .put("bindingVersion", "0.5.0");
    var publish = document.putObject("operations").putObject("publish");
    publish.put("action", "send").put("summary", "Each event once it is durable, in its order.");
    publish.putObject("channel").put("$ref", "#/channels/events");
    var components = document.putObject("components");
    var described = components.putObject("messages");
    WireNames.current().keySet().forEach(name -> describe(described.putObject(name), name));
    describeHeaders(components.putObject("schemas").putObject("headers"));
    return JSON.writeValueAsString(document) + "\n";
  }

  private static void describe(ObjectNode message, String name) {
    message.put("name", name).put("contentType", "application/json");
    message.putObject("headers").put("$ref", "#/components/schemas/headers");
    var payload = message.putObject("payload").put("schemaFormat", JSON_SCHEMA);
    payload.putObject("schema").put("$ref", "schemas/" + name + ".json");
    var key =
        message
            .putObject("bindings")
            .putObject("kafka")
            .put("bindingVersion", "0.5.0")
            .putObject("key");
    key.put("type", "string").put("description", "The customer's id; house where there is none");
  }

  private static void describeHeaders(ObjectNode headers) {
    headers.put("type", "object");
    var required = headers.putArray("required");
    var properties = headers.putObject("properties");
    HEADERS.forEach(
        (name, says) -> {
          var header = name.replace("*", "");
          properties.putObject(header).put("type", "string").put("description", says);
          if (!header.equals(name)) {
            required.add(header);
          }
        });
  }

  /**
   * What is published with an event of which all is known, or with one of which nothing more is.
   */
  static Map<String, String> published(boolean withMetadata) {
    var moment = Instant.parse("2026-01-01T00:00:00Z");
    var metadata =
        Map.of(
            MetadataKeys.CORRELATION, "c",
            MetadataKeys.CAUSATION, "d",
            MetadataKeys.TRACE, "t",
            MetadataKeys.ACTOR, "a",
            MetadataKeys.SOURCE, "s");
    return CloudEvents.headers(
        new StoredEvent(
            1,
            "order",
            "SO-1",
            0,
            "e",
            "order.completed.v1",
            new byte[0],
            withMetadata ? metadata : Map.of(),
            moment,
            moment));
  }
}
