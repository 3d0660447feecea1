package io.throughline.command.eventstore;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event's metadata as JSON: text by text, in the order of the names, so that equal metadata has
 * equal bytes.
 */
final class Metadata {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final JsonMapper json = JsonMapper.builder().build();

  byte[] write(Map<String, ?> metadata) {
    var texts = new TreeMap<String, String>();
    metadata.forEach((key, value) -> texts.put(key, String.valueOf(value)));
    return json.writeValueAsBytes(texts);
  }

  Map<String, String> read(byte[] bytes) {
    return Map.copyOf(json.readValue(bytes, TEXTS));
  }
}
