package io.throughline.command.operations;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** RFC 7396: what the patch names is replaced, what it says null to is taken out. Pure. */
final class MergePatch {
  private MergePatch() {}

  /** The target is changed in place where it is an object. */
  static JsonNode applied(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    var object = target instanceof ObjectNode known ? known : JsonNodeFactory.instance.objectNode();
    changes
        .properties()
        .forEach(
            change -> {
              if (change.getValue().isNull()) {
                object.remove(change.getKey());
              } else {
                var before = object.path(change.getKey());
                object.set(change.getKey(), applied(before, change.getValue()));
              }
            });
    return object;
  }
}
