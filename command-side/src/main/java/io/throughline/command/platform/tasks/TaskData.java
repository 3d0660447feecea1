package io.throughline.command.platform.tasks;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What stands in a task's row, as JSON.
 *
 * @param attempts that have failed in a row
 * @param metadata correlation, causation and trace of whatever caused it: see MetadataKeys
 */
record TaskData(JsonNode data, int attempts, Map<String, String> metadata) {

  TaskData withAttempts(int failed) {
    return new TaskData(data, failed, metadata);
  }
}
