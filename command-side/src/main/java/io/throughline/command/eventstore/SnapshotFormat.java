package io.throughline.command.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Value;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.Map;
import java.util.Optional;
import org.axonframework.serialization.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Aggregates' states as JSON. A snapshot is only a shortcut: one of another {@link Revision} of its
 * class, or one that cannot be read, is passed over, and the events tell.
 */
final class SnapshotFormat {
  private static final Logger log = LoggerFactory.getLogger(SnapshotFormat.class);
  private static final String UNNAMED = "1";

  private final Map<String, Class<?>> aggregates;
  private final JsonMapper json;

  /**
   * @param aggregates their classes by the type that begins their ids: {@code order}
   */
  SnapshotFormat(Map<String, Class<?>> aggregates) {
    this.aggregates = aggregates;
    var builder =
        JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    var fields =
        Value.construct(
            Visibility.ANY, Visibility.NONE, Visibility.NONE, Visibility.NONE, Visibility.ANY);
    aggregates
        .values()
        .forEach(type -> builder.withConfigOverride(type, how -> how.setVisibility(fields)));
    json = builder.build();
  }

  boolean knows(String aggregateType) {
    return aggregates.containsKey(aggregateType);
  }

  String revision(String aggregateType) {
    var named = type(aggregateType).getAnnotation(Revision.class);
    return named == null ? UNNAMED : named.value();
  }

  byte[] write(Object aggregate) {
    return json.writeValueAsBytes(aggregate);
  }

  Optional<Object> read(String aggregateType, byte[] state) {
    try {
      return Optional.of(json.readValue(state, type(aggregateType)));
    } catch (JacksonException e) {
      log.warn(
          "A snapshot of a {} cannot be read; raise its @Revision when its state changes",
          aggregateType,
          e);
      return Optional.empty();
    }
  }

  private Class<?> type(String aggregateType) {
    var type = aggregates.get(aggregateType);
    if (type == null) {
      throw new IllegalArgumentException("No aggregate is called " + aggregateType + ".");
    }
    return type;
  }
}
