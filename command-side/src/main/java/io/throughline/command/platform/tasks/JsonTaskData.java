package io.throughline.command.platform.tasks;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Task rows hold JSON: Java's own serialization would break with the first renamed class. */
final class JsonTaskData implements Serializer {
  private final JsonMapper json;

  JsonTaskData(JsonMapper json) {
    this.json = json;
  }

  @Override
  public byte[] serialize(@Nullable Object data) {
    return json.writeValueAsBytes(data);
  }

  @Override
  public <T> T deserialize(Class<T> type, byte[] bytes) {
    return json.readValue(bytes, type);
  }
}
