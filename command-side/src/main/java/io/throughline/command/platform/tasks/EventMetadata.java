package io.throughline.command.platform.tasks;

import io.throughline.kernel.event.MetadataKeys;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;

/** What a task inherits from the event that caused it. */
public final class EventMetadata {
  private EventMetadata() {}

  public static Map<String, String> inherited(EventMessage<?> message) {
    var metadata = new HashMap<String, String>();
    metadata.put(MetadataKeys.CAUSATION, message.getIdentifier());
    for (var key : new String[] {MetadataKeys.CORRELATION, MetadataKeys.TRACE}) {
      if (message.getMetaData().get(key) instanceof String value) {
        metadata.put(key, value);
      }
    }
    return Map.copyOf(metadata);
  }
}
