package io.throughline.kernel.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.kernel.event.Event;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one way from events to bytes and back. Writing gives the current version, with its fields in
 * the order of the record and without nulls, so equal events have equal bytes. Reading takes any
 * version ever released.
 */
public final class EventFormat {
  private static final List<Upcaster> UPCASTERS = List.of();

  private final JsonMapper mapper =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(
              included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private final Map<String, Upcaster> upcasters;

  public EventFormat() {
    this(UPCASTERS);
  }

  EventFormat(List<Upcaster> upcasters) {
    this.upcasters =
        upcasters.stream()
            .collect(Collectors.toUnmodifiableMap(Upcaster::from, Function.identity()));
  }

  public String wireName(Event event) {
    return WireNames.of(event.getClass());
  }

  /** JSON in UTF-8. */
  public byte[] write(Event event) {
    return mapper.writeValueAsBytes(event);
  }

  /**
   * @param wireName of any version ever released
   * @throws UnreadableEvent if the name is unknown or the bytes are not such an event
   */
  public Event read(String wireName, byte[] json) {
    try {
      var type = WireNames.current().get(wireName);
      return type == null ? readOld(wireName, json) : mapper.readValue(json, type);
    } catch (JacksonException e) {
      throw new UnreadableEvent(
          "These bytes are no " + wireName + ": " + e.getOriginalMessage(), e);
    }
  }

  private Event readOld(String wireName, byte[] json) {
    var name = wireName;
    var tree = (ObjectNode) mapper.readTree(json);
    for (var upcaster = upcasters.get(name); upcaster != null; upcaster = upcasters.get(name)) {
      tree = upcaster.change().apply(tree);
      name = upcaster.to();
    }
    var type = WireNames.current().get(name);
    if (type == null) {
      throw new UnreadableEvent(
          "No event is called " + wireName + ", and no upcaster leads from it to one.");
    }
    return mapper.treeToValue(tree, type);
  }
}
