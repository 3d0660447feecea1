package io.throughline.simulators.salesforce;

import io.throughline.simulators.salesforce.Bus.Event;
import io.throughline.simulators.salesforce.OrgEntry.Change;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * The Avro schemas of the topics, each under the fingerprint of its text. Platform events have
 * {@code CreatedDate}, {@code CreatedById} and their fields; change events a {@code
 * ChangeEventHeader}, whose lists of changed fields are bitmaps over the schema's fields in their
 * order ({@code 0x} and hexadecimal digits).
 */
final class EventSchemas {
  private static final String NAMESPACE = "com.sforce.eventbus";

  private final Map<String, Schema> byTopic = new ConcurrentHashMap<>();
  private final Map<String, Schema> byId = new ConcurrentHashMap<>();

  Optional<Schema> of(String topic) {
    var known = byTopic.get(topic);
    if (known != null) {
      return Optional.of(known);
    }
    return OrgSchema.fieldsOf(topic)
        .map(
            fields -> {
              var schema =
                  topic.startsWith("/data/")
                      ? changeEvent(topic.substring("/data/".length()), fields)
                      : platformEvent(topic.substring("/event/".length()), fields);
              byTopic.put(topic, schema);
              byId.put(idOf(schema), schema);
              return schema;
            });
  }

  Optional<Schema> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  static String idOf(Schema schema) {
    return Long.toHexString(SchemaNormalization.parsingFingerprint64(schema));
  }

  private static Schema platformEvent(String name, List<String> fields) {
    var record = SchemaBuilder.record(name).namespace(NAMESPACE).fields();
    record = record.requiredLong("CreatedDate").requiredString("CreatedById");
    for (var field : fields) {
      record =
          switch (typeOf(field)) {
            case LONG -> record.optionalLong(field);
            case DOUBLE -> record.optionalDouble(field);
            default -> record.optionalString(field);
          };
    }
    return record.endRecord();
  }

  /** Date/Time is a long of milliseconds, Number a double. */
  private static Schema.Type typeOf(String field) {
    return switch (field) {
      case "At__c" -> Schema.Type.LONG;
      case "Version__c" -> Schema.Type.DOUBLE;
      default -> Schema.Type.STRING;
    };
  }

  private static @Nullable Object typed(String field, @Nullable String value) {
    if (value == null) {
      return null;
    }
    return switch (typeOf(field)) {
      case LONG -> OrgTime.instant(value).toEpochMilli();
      case DOUBLE -> Double.valueOf(value);
      default -> value;
    };
  }

  private static Schema changeEvent(String name, List<String> fields) {
    var header =
        SchemaBuilder.record("ChangeEventHeader")
            .namespace(NAMESPACE)
            .fields()
            .requiredString("entityName")
            .name("recordIds")
            .type(Schema.createArray(Schema.create(Schema.Type.STRING)))
            .noDefault()
            .name("changeType")
            .type(
                SchemaBuilder.enumeration("ChangeType")
                    .symbols(
                        "CREATE",
                        "UPDATE",
                        "DELETE",
                        "UNDELETE",
                        "GAP_CREATE",
                        "GAP_UPDATE",
                        "GAP_DELETE",
                        "GAP_UNDELETE",
                        "GAP_OVERFLOW",
                        "SNAPSHOT"))
            .noDefault()
            .requiredString("changeOrigin")
            .requiredString("transactionKey")
            .requiredInt("sequenceNumber")
            .requiredLong("commitTimestamp")
            .requiredLong("commitNumber")
            .requiredString("commitUser")
            .name("nulledFields")
            .type(Schema.createArray(Schema.create(Schema.Type.STRING)))
            .noDefault()
            .name("diffFields")
            .type(Schema.createArray(Schema.create(Schema.Type.STRING)))
            .noDefault()
            .name("changedFields")
            .type(Schema.createArray(Schema.create(Schema.Type.STRING)))
            .noDefault()
            .endRecord();
    var record = SchemaBuilder.record(name).namespace(NAMESPACE).fields();
    record = record.name("ChangeEventHeader").type(header).noDefault();
    for (var field : fields) {
      record = record.optionalString(field);
    }
    return record.endRecord();
  }

  byte[] encoded(Event event, String user) {
    var published = event.published();
    var schema = of(published.topic()).orElseThrow();
    var record = new GenericData.Record(schema);
    var change = published.change();
    if (change == null) {
      record.put("CreatedDate", published.at().toEpochMilli());
      record.put(
          "CreatedById", String.valueOf(published.fields().getOrDefault("CreatedById", user)));
    } else {
      record.put(
          "ChangeEventHeader", header(schema, change, event.replayId(), published.at(), user));
    }
    published
        .fields()
        .forEach(
            (field, value) -> {
              if (!field.equals("CreatedById") && schema.getField(field) != null) {
                record.put(field, change == null ? typed(field, value) : value);
              }
            });
    return bytes(record, schema);
  }

  private static GenericRecord header(
      Schema schema, Change change, long number, Instant at, String user) {
    var header = new GenericData.Record(schema.getField("ChangeEventHeader").schema());
    header.put("entityName", change.entityName());
    header.put("recordIds", change.recordIds());
    header.put(
        "changeType",
        new GenericData.EnumSymbol(
            header.getSchema().getField("changeType").schema(), change.changeType()));
    header.put("changeOrigin", change.changeOrigin());
    header.put("transactionKey", change.transactionKey());
    header.put("sequenceNumber", change.sequenceNumber());
    header.put("commitTimestamp", at.toEpochMilli());
    header.put("commitNumber", number);
    header.put("commitUser", user);
    header.put("nulledFields", List.of());
    header.put("diffFields", List.of());
    header.put("changedFields", bitmap(schema, change.changedFields()));
    return header;
  }

  /** Bit n stands for the schema's n-th field, the lowest bit for the first. */
  private static List<String> bitmap(Schema schema, List<String> changed) {
    var bits = BigInteger.ZERO;
    for (var name : changed) {
      var field = schema.getField(name);
      if (field != null) {
        bits = bits.setBit(field.pos());
      }
    }
    return bits.signum() == 0
        ? List.of()
        : List.of("0x" + bits.toString(16).toUpperCase(Locale.ROOT));
  }

  private static byte[] bytes(GenericRecord record, Schema schema) {
    try {
      var bytes = new ByteArrayOutputStream();
      var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Long millis -> OrgTime.text(Instant.ofEpochMilli(millis));
      case Double number -> Long.toString(number.longValue());
      default -> value.toString();
    };
  }

  /**
   * @throws IllegalArgumentException if the bytes are none of the schema
   */
  static Map<String, @Nullable String> decoded(Schema schema, byte[] payload) {
    try {
      var decoder = DecoderFactory.get().binaryDecoder(payload, null);
      var record = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
      var fields = new HashMap<String, @Nullable String>();
      for (var field : schema.getFields()) {
        var value = record.get(field.pos());
        if (!field.name().startsWith("Created")) {
          fields.put(field.name(), text(value));
        }
      }
      return fields;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("The payload is not of the schema: " + e.getMessage(), e);
    }
  }
}
