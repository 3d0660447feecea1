package io.throughline.local.past;

import io.throughline.kernel.format.WireNames;
import io.throughline.local.LocalRunRefused;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All histories as an object-centric event log, OCEL 2.0 in JSON (ocel-standard.org): orders,
 * customers, shipments and invoices, and what happened to them, at its business time. Nothing
 * personal is in it. One order is held at a time, and of the customers their numbers.
 */
public final class OcelExport implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern PART = Pattern.compile("(shipments|invoices)\\[([^]]+)].*");
  private static final List<String> OBJECT_TYPES =
      List.of("order", "customer", "shipment", "invoice");

  private final Pasts pasts;
  private final Path events;
  private final Writer eventsOut;
  private final Set<String> customers = new HashSet<>();
  private boolean hasObjects;
  private boolean hasEvents;
  private long orders;
  private long count;

  /**
   * @param orders exported
   * @param events exported
   */
  public record Exported(long orders, long events) {}

  private OcelExport(Pasts pasts, Path file) throws IOException {
    this.pasts = pasts;
    this.events = file.resolveSibling(file.getFileName() + ".events");
    this.eventsOut = Files.newBufferedWriter(events);
  }

  /**
   * @param progress is told how many orders are written
   * @throws LocalRunRefused if the file cannot be written, or the query side does not answer
   */
  public static Exported to(Path file, Pasts pasts, LongConsumer progress)
      throws InterruptedException {
    var whole = file.toAbsolutePath();
    var next = whole.resolveSibling(whole.getFileName() + ".next");
    try (var export = new OcelExport(pasts, whole)) {
      try (var out = Files.newBufferedWriter(next)) {
        export.write(out, progress);
      }
      Files.move(next, whole, StandardCopyOption.REPLACE_EXISTING);
      return new Exported(export.orders, export.count);
    } catch (IOException | UncheckedIOException e) {
      throw new LocalRunRefused(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private void write(BufferedWriter out, LongConsumer progress)
      throws IOException, InterruptedException {
    out.write("{\"objectTypes\":" + JSON.writeValueAsString(objectTypes()));
    out.write(",\n\"eventTypes\":" + JSON.writeValueAsString(eventTypes()));
    out.write(",\n\"objects\":[");
    pasts.orders(
        id -> {
          order(id, out);
          orders++;
          progress.accept(orders);
        });
    out.write("],\n\"events\":[");
    eventsOut.close();
    try (var written = Files.newBufferedReader(events)) {
      written.transferTo(out);
    }
    out.write("]}\n");
  }

  private static List<Map<String, Object>> objectTypes() {
    return OBJECT_TYPES.stream()
        .map(it -> Map.<String, Object>of("name", it, "attributes", List.of()))
        .toList();
  }

  private static List<Map<String, Object>> eventTypes() {
    var attributes =
        List.of(
            Map.of("name", "source", "type", "string"),
            Map.of("name", "actor", "type", "string"),
            Map.of("name", "recordedAt", "type", "time"));
    return WireNames.current().keySet().stream()
        .filter(it -> it.startsWith("order.") || it.startsWith("fulfilment."))
        .map(it -> Map.<String, Object>of("name", it, "attributes", attributes))
        .toList();
  }

  private void order(String id, Writer out) throws IOException, InterruptedException {
    var order = pasts.order(id, null, null);
    if (order.isEmpty()) {
      return; // listed a moment before its details are there
    }
    var customer = order.get().path("customerId").asString();
    if (customers.add(customer)) {
      object(out, name("customer", customer), "customer", List.of());
    }
    var related = new ArrayList<Map<String, String>>();
    related.add(relation(name("customer", customer), "placed by"));
    parts(order.get(), out, related);
    object(out, name("order", id), "order", related);
    pasts.history(id, event -> event(event, id, customer));
  }

  private void parts(JsonNode order, Writer out, List<Map<String, String>> related)
      throws IOException {
    for (var shipment : order.path("shipments")) {
      var name = name("shipment", shipment.path("shipmentId").asString());
      object(out, name, "shipment", List.of());
      related.add(relation(name, "ships as"));
    }
    for (var invoice : order.path("invoices")) {
      var name = name("invoice", invoice.path("invoiceId").asString());
      object(out, name, "invoice", List.of());
      related.add(relation(name, "is invoiced as"));
    }
  }

  private void object(Writer out, String id, String type, List<Map<String, String>> relationships)
      throws IOException {
    out.write(hasObjects ? ",\n" : "\n");
    hasObjects = true;
    out.write(
        JSON.writeValueAsString(
            Map.of(
                "id", id, "type", type, "attributes", List.of(), "relationships", relationships)));
  }

  private void event(JsonNode event, String order, String customer) {
    var related = new LinkedHashSet<Map<String, String>>();
    related.add(relation(name("order", order), "of"));
    related.add(relation(name("customer", customer), "for"));
    for (var change : event.path("changes")) {
      var part = PART.matcher(change.path("field").asString());
      if (part.matches()) {
        var type = part.group(1).equals("shipments") ? "shipment" : "invoice";
        related.add(relation(name(type, part.group(2)), "about"));
      }
    }
    var attributes = new ArrayList<Map<String, String>>();
    for (var name : List.of("source", "actor", "recordedAt")) {
      var value = event.path(name).asString("");
      if (!value.isEmpty()) {
        attributes.add(Map.of("name", name, "value", value));
      }
    }
    try {
      eventsOut.write(hasEvents ? ",\n" : "\n");
      hasEvents = true;
      count++;
      eventsOut.write(
          JSON.writeValueAsString(
              Map.of(
                  "id", event.path("eventId").asString(),
                  "type", event.path("wireName").asString(),
                  "time", event.path("occurredAt").asString(),
                  "attributes", attributes,
                  "relationships", related)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> relation(String objectId, String qualifier) {
    return Map.of("objectId", objectId, "qualifier", qualifier);
  }

  /** Numbers of different systems may be the same. */
  private static String name(String type, String id) {
    return type + ":" + id;
  }

  @Override
  public void close() throws IOException {
    eventsOut.close();
    Files.deleteIfExists(events);
  }
}
