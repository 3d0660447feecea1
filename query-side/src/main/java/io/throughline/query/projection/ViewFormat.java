package io.throughline.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.ByteBufNIO;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;
import org.bson.io.ByteBufferBsonInput;
import org.bson.types.Decimal128;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;

/**
 * A view as a document and back: the same names and values as its JSON, without going through text.
 * Decimal numbers keep their digits.
 *
 * @param <V> the view
 */
final class ViewFormat<V> {
  private static final String VIEW = "view";

  /** What the version before wrote lacks fields: lists are empty then, and numbers nought. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .withConfigOverride(
              List.class, it -> it.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private final Class<V> type;

  ViewFormat(Class<V> type) {
    this.type = type;
  }

  /**
   * @param beside fields to filter, sort and know the document by
   */
  RawBsonDocument bson(String key, Map<String, Object> beside, V view) {
    try (var buffer = new BasicOutputBuffer(2048);
        var writer = new BsonBinaryWriter(buffer)) {
      writer.writeStartDocument();
      writer.writeString("_id", key);
      for (var field : new TreeMap<>(beside).entrySet()) {
        writer.writeName(field.getKey());
        write(writer, field.getValue());
      }
      writer.writeName(VIEW);
      write(writer, view);
      writer.writeEndDocument();
      return new RawBsonDocument(buffer.getInternalBuffer(), 0, buffer.getPosition());
    }
  }

  private static void write(BsonWriter writer, Object beside) {
    switch (beside) {
      case String text -> writer.writeString(text);
      case Boolean flag -> writer.writeBoolean(flag);
      case Integer number -> writer.writeInt32(number);
      case Long number -> writer.writeInt64(number);
      case Date at -> writer.writeDateTime(at.getTime());
      case Decimal128 number -> writer.writeDecimal128(number);
      case Map<?, ?> fields -> {
        writer.writeStartDocument();
        fields.forEach(
            (name, value) -> {
              writer.writeName(String.valueOf(name));
              write(writer, value);
            });
        writer.writeEndDocument();
      }
      case Iterable<?> many -> {
        writer.writeStartArray();
        many.forEach(it -> write(writer, it));
        writer.writeEndArray();
      }
      default ->
          throw new IllegalArgumentException(
              "A field to filter by is text, a number, a date or a flag, not "
                  + beside.getClass().getSimpleName()
                  + ".");
    }
  }

  private void write(BsonBinaryWriter writer, V view) {
    try (var tokens = TokenBuffer.forGeneration()) {
      JSON.writeValue(tokens, view);
      try (var parser = tokens.asParser(ObjectReadContext.empty())) {
        while (parser.nextToken() != null) {
          write(writer, parser);
        }
      }
    }
  }

  private static void write(BsonWriter writer, JsonParser parser) {
    switch (parser.currentToken()) {
      case START_OBJECT -> writer.writeStartDocument();
      case END_OBJECT -> writer.writeEndDocument();
      case START_ARRAY -> writer.writeStartArray();
      case END_ARRAY -> writer.writeEndArray();
      case PROPERTY_NAME -> writer.writeName(parser.currentName());
      case VALUE_STRING -> writer.writeString(parser.getString());
      case VALUE_TRUE -> writer.writeBoolean(true);
      case VALUE_FALSE -> writer.writeBoolean(false);
      case VALUE_NULL -> writer.writeNull();
      case VALUE_NUMBER_INT -> {
        if (parser.getNumberType() == JsonParser.NumberType.INT) {
          writer.writeInt32(parser.getIntValue());
        } else {
          writer.writeInt64(parser.getLongValue());
        }
      }
      case VALUE_NUMBER_FLOAT -> writer.writeDecimal128(new Decimal128(parser.getDecimalValue()));
      case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("A view is plain JSON.");
    }
  }

  V view(RawBsonDocument bson) {
    var bytes = bson.getByteBuffer();
    try (var reader = new BsonBinaryReader(new ByteBufferBsonInput(new ByteBufNIO(bytes.asNIO())));
        var tokens = TokenBuffer.forGeneration()) {
      reader.readStartDocument();
      while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
        if (reader.readName().equals(VIEW)) {
          copy(reader, tokens);
          try (var parser = tokens.asParser(ObjectReadContext.empty())) {
            return JSON.readValue(parser, type);
          }
        }
        reader.skipValue();
      }
    }
    throw new IllegalStateException("A document without a view: " + bson.get("_id"));
  }

  private static void copy(BsonReader reader, TokenBuffer tokens) {
    switch (reader.getCurrentBsonType()) {
      case DOCUMENT -> {
        reader.readStartDocument();
        tokens.writeStartObject();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
          tokens.writeName(reader.readName());
          copy(reader, tokens);
        }
        tokens.writeEndObject();
        reader.readEndDocument();
      }
      case ARRAY -> {
        reader.readStartArray();
        tokens.writeStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
          copy(reader, tokens);
        }
        tokens.writeEndArray();
        reader.readEndArray();
      }
      case STRING -> tokens.writeString(reader.readString());
      case BOOLEAN -> tokens.writeBoolean(reader.readBoolean());
      case INT32 -> tokens.writeNumber(reader.readInt32());
      case INT64 -> tokens.writeNumber(reader.readInt64());
      case DECIMAL128 -> tokens.writeNumber(reader.readDecimal128().bigDecimalValue());
      case DOUBLE -> tokens.writeNumber(BigDecimal.valueOf(reader.readDouble()));
      default -> {
        reader.readNull();
        tokens.writeNull();
      }
    }
  }

  /** Of the view alone, as it is written: equal views have equal hashes. */
  byte[] hash(V view) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(JSON.writeValueAsString(view).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256.", e);
    }
  }
}
