package io.throughline.kernel.pack;

import io.throughline.kernel.proof.ProofRefused;
import io.throughline.kernel.proof.StrictBase64;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The fields of an object, asked for one after the other; any other field is refused. */
final class Fields {
  private static final int MOST_HASHES = 128;

  private final JsonParser json;
  private final String what;

  Fields(JsonParser json, String what) {
    this.json = json;
    this.what = what;
  }

  void begin() {
    expect(JsonToken.START_OBJECT, "an object");
  }

  /** After the last field, and after the object there is nothing. */
  void end() {
    expect(JsonToken.END_OBJECT, "the end");
    if (json.nextToken() != null) {
      throw new ProofRefused(what + " goes on after its end");
    }
  }

  private void name(String field) {
    if (json.nextToken() != JsonToken.PROPERTY_NAME || !json.currentName().equals(field)) {
      throw new ProofRefused(what + " lacks the field " + field + " in its place");
    }
  }

  private void expect(JsonToken token, String expected) {
    if (json.nextToken() != token) {
      throw new ProofRefused(what + " has something else where " + expected + " is expected");
    }
  }

  String text(String field) {
    name(field);
    expect(JsonToken.VALUE_STRING, "text");
    return json.getString();
  }

  /** A text that is always the same. */
  void constant(String field, String value) {
    if (!text(field).equals(value)) {
      throw new ProofRefused(what + " is not of the kind " + value);
    }
  }

  long number(String field) {
    name(field);
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    return json.getLongValue();
  }

  UUID id(String field) {
    var text = text(field);
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new ProofRefused(what + ": the field " + field + " is no UUID", e);
    }
  }

  byte[] bytes(String field) {
    return StrictBase64.decode(text(field), what + ": the field " + field);
  }

  byte[] hash(String field) {
    return StrictBase64.decodeHash(text(field), what + ": the field " + field);
  }

  List<byte[]> hashes(String field) {
    name(field);
    expect(JsonToken.START_ARRAY, "a list");
    var hashes = new ArrayList<byte[]>();
    while (json.nextToken() == JsonToken.VALUE_STRING && hashes.size() < MOST_HASHES) {
      hashes.add(StrictBase64.decodeHash(json.getString(), what + ": the field " + field));
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      throw new ProofRefused(what + ": the field " + field + " is no list of hashes");
    }
    return List.copyOf(hashes);
  }

  /** An event, as it stands within another object. */
  HashedEvent event(String field) {
    name(field);
    begin();
    var event = HashedEvent.fields(this);
    expect(JsonToken.END_OBJECT, "the end of the event");
    return event;
  }
}
