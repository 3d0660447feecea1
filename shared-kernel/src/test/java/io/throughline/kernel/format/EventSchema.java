package io.throughline.kernel.format;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.kernel.event.ApprovalEvent;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.EpochEvent;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.MaintenanceEvent;
import io.throughline.kernel.event.OrderEvent;
import io.throughline.kernel.ownership.OwnershipCatalogue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Derives an event's JSON Schema (2020-12) from its record; meanings come from the ownership
 * catalogue.
 */
final class EventSchema {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private EventSchema() {}

  static String of(String wireName, Class<? extends Event> type) {
    var schema = JSON.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:throughline:event:" + wireName);
    schema.put("title", wireName);
    schema.setAll(record(entityOf(type), type));
    return JSON.writeValueAsString(schema) + "\n";
  }

  private static String entityOf(Class<?> type) {
    if (OrderEvent.class.isAssignableFrom(type)) {
      return "Order";
    }
    if (ApprovalEvent.class.isAssignableFrom(type)) {
      return "Approval";
    }
    if (EpochEvent.class.isAssignableFrom(type)) {
      return "Epoch";
    }
    if (MaintenanceEvent.class.isAssignableFrom(type)) {
      return "Maintenance";
    }
    return CustomerEvent.class.isAssignableFrom(type) ? "Customer" : "Fulfilment";
  }

  /** Later versions may add fields, so further ones are allowed. */
  private static ObjectNode record(String entity, Class<?> type) {
    var schema = JSON.createObjectNode().put("type", "object");
    var properties = schema.putObject("properties");
    var required = schema.putArray("required");
    for (var component : type.getRecordComponents()) {
      var property = schema(component.getGenericType());
      OwnershipCatalogue.ours()
          .find(entity, component.getName())
          .ifPresent(fact -> property.put("description", fact.meaning()));
      properties.set(component.getName(), property);
      if (!isNullable(component)) {
        required.add(component.getName());
      }
    }
    return schema;
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static ObjectNode schema(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      var arguments = parameterized.getActualTypeArguments();
      if (parameterized.getRawType() == List.class) {
        var array = JSON.createObjectNode().put("type", "array");
        array.set("items", schema(arguments[0]));
        return array;
      }
      if (parameterized.getRawType() == Map.class) {
        var map = JSON.createObjectNode().put("type", "object");
        map.set("additionalProperties", schema(arguments[1]));
        return map;
      }
    }
    return schema((Class<?>) type);
  }

  private static ObjectNode schema(Class<?> type) {
    var schema = JSON.createObjectNode();
    if (type == int.class || type == long.class) {
      return schema.put("type", "integer");
    }
    if (type == boolean.class) {
      return schema.put("type", "boolean");
    }
    if (type == String.class) {
      return schema.put("type", "string");
    }
    if (type == BigDecimal.class) {
      return schema.put("type", "string").put("pattern", "^-?\\d+(\\.\\d+)?$");
    }
    if (type == Currency.class) {
      return schema.put("type", "string").put("pattern", "^[A-Z]{3}$");
    }
    if (type == Instant.class) {
      return schema.put("type", "string").put("format", "date-time");
    }
    if (type == LocalDate.class) {
      return schema.put("type", "string").put("format", "date");
    }
    if (type.isEnum()) {
      var values = schema.put("type", "string").putArray("enum");
      Arrays.stream(type.getEnumConstants())
          .map(JSON::valueToTree)
          .forEach(it -> values.add((JsonNode) it));
      return schema;
    }
    if (type.isSealed()) {
      var kinds = schema.putArray("oneOf");
      Arrays.stream(type.getAnnotation(JsonSubTypes.class).value())
          .forEach(kind -> kinds.add(kind(type.getSimpleName(), kind)));
      return schema;
    }
    return isText(type) ? schema.put("type", "string") : record(type.getSimpleName(), type);
  }

  private static ObjectNode kind(String family, JsonSubTypes.Type kind) {
    var schema = record(family, kind.value());
    ((ObjectNode) schema.get("properties")).putObject("kind").put("const", kind.name());
    ((ArrayNode) schema.get("required")).add("kind");
    return schema;
  }

  /** Ids are written as text. */
  private static boolean isText(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .anyMatch(
            it ->
                it.getAccessor().isAnnotationPresent(JsonValue.class)
                    || it.isAnnotationPresent(JsonValue.class));
  }
}
