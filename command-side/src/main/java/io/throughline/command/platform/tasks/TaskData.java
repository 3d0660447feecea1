package io.throughline.command.platform.tasks;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What stands in a task's row, as JSON.
 *
 * @param attempts that have failed in a row
 * @param metadata correlation, causation and trace of whatever caused it: see MetadataKeys
 * @param heldSince since when it could not even be tried (wall time); null where it could
 */
record TaskData(
    JsonNode data, int attempts, Map<String, String> metadata, @Nullable Instant heldSince) {

  TaskData withAttempts(int failed) {
    return new TaskData(data, failed, metadata, null);
  }

  TaskData heldSince(Instant moment) {
    return new TaskData(data, attempts, metadata, heldSince == null ? moment : heldSince);
  }
}
