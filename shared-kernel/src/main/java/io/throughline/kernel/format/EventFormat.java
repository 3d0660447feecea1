package io.throughline.kernel.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.privacy.Erased;
import io.throughline.kernel.privacy.PersonalDataKeys;
import io.throughline.kernel.privacy.Seal;
import io.throughline.kernel.privacy.SealBroken;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one way from events to bytes and back. Writing gives the current version, with its fields in
 * the order of the record and without nulls. Reading takes any version ever released.
 *
 * <p>With keys, each personal text is sealed on its own under its owner's key, in the place where
 * it stands: wire name, owner and path. Without keys, equal events have equal bytes, and what is
 * sealed is read as it stands.
 */
public final class EventFormat {
  private static final List<Upcaster> UPCASTERS = List.of();
  private static final String BYTES = "bytes";

  /** Stands in no sealed text, which is Base64 behind its key's id. */
  private static final char STOOD_AT = '@';

  private static final Texts CARRYING =
      (text, place) -> Seal.keyOf(text).isPresent() ? text + STOOD_AT + place : text;

  /** What becomes of a personal text, given where it stands. */
  private interface Texts {
    String read(String text, String place);
  }

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
  private final @Nullable PersonalDataKeys keys;

  /** Seals nothing and opens nothing. */
  public EventFormat() {
    this(UPCASTERS, null);
  }

  public EventFormat(PersonalDataKeys keys) {
    this(UPCASTERS, keys);
  }

  EventFormat(List<Upcaster> upcasters, @Nullable PersonalDataKeys keys) {
    this.upcasters =
        upcasters.stream()
            .collect(Collectors.toUnmodifiableMap(Upcaster::from, Function.identity()));
    this.keys = keys;
  }

  public String wireName(Event event) {
    return WireNames.of(event.getClass());
  }

  /** JSON in UTF-8. */
  public byte[] write(Event event) {
    var personal = PersonalFields.of(event.getClass());
    return keys == null || personal.isEmpty()
        ? mapper.writeValueAsBytes(event)
        : mapper.writeValueAsBytes(sealed(event, personal.get(), keys));
  }

  private JsonNode sealed(Event event, PersonalFields personal, PersonalDataKeys keys) {
    var wireName = wireName(event);
    var owner = event.belongsTo();
    var key = keys.toSeal(owner, wireName);
    BinaryOperator<String> seal =
        key.isEmpty()
            ? (_, _) -> Erased.TEXT
            : (path, text) -> Seal.text(key.get(), place(wireName, owner, path), text);
    return personal.map(mapper.valueToTree(event), "", seal);
  }

  /**
   * @param wireName of any version ever released
   * @throws UnreadableEvent if the name is unknown, the bytes are not such an event, or what is
   *     sealed in them was altered
   */
  public Event read(String wireName, byte[] json) {
    return read(wireName, json, keys == null ? null : opening(keys));
  }

  /**
   * Reads without opening: each sealed text stays sealed and says where it stood, so that {@link
   * #open(JsonNode)} opens it wherever a fold has put it since.
   *
   * @throws UnreadableEvent as {@link #read}
   */
  public Event readSealed(String wireName, byte[] json) {
    return read(wireName, json, CARRYING);
  }

  /**
   * Opens what {@link #readSealed} left sealed, in place; what has lost its key reads as erased.
   *
   * @throws SealBroken if it was altered
   */
  public JsonNode open(JsonNode folded) {
    return keys == null ? folded : PersonalFields.ANY.map(folded, "", carriedOpened(keys));
  }

  private static BinaryOperator<String> carriedOpened(PersonalDataKeys keys) {
    return (_, text) -> {
      var end = Seal.keyOf(text).isEmpty() ? -1 : text.indexOf(STOOD_AT);
      return end < 0 ? text : opened(text.substring(0, end), text.substring(end + 1), keys);
    };
  }

  private Event read(String wireName, byte[] json, @Nullable Texts texts) {
    try {
      var type = WireNames.current().get(wireName);
      if (type == null) {
        return readOld(wireName, json, texts);
      }
      var personal = PersonalFields.of(type);
      return texts == null || personal.isEmpty()
          ? mapper.readValue(json, type)
          : mapper.treeToValue(changed(wireName, json, personal.get(), texts), type);
    } catch (SealBroken e) {
      throw new UnreadableEvent("An event " + wireName + ": " + e.getMessage(), e);
    } catch (JacksonException e) {
      // what Jackson says may quote the bytes
      throw new UnreadableEvent("These bytes are no " + wireName + where(e) + ".");
    }
  }

  /** Says what will be read next, so that the keys can be fetched at once. */
  public void prepare(Collection<byte[]> events) {
    if (keys != null) {
      keys.prepare(
          events.stream()
              .flatMap(json -> Seal.keysIn(json).stream())
              .collect(Collectors.toUnmodifiableSet()));
    }
  }

  /** The customer's data is erased: no key of it stays in memory. */
  public void forget(CustomerId customer) {
    if (keys != null) {
      keys.forget(customer.value());
    }
  }

  private static String where(JacksonException e) {
    var path = e.getPathReference();
    return path == null || path.isEmpty() ? "" : ", see " + path;
  }

  private JsonNode changed(String wireName, byte[] json, PersonalFields personal, Texts texts) {
    var tree = mapper.readTree(json);
    var owner = owner(tree);
    return personal.map(tree, "", (path, text) -> texts.read(text, place(wireName, owner, path)));
  }

  private static Texts opening(PersonalDataKeys keys) {
    return (text, place) -> opened(text, place, keys);
  }

  private static String opened(String text, String place, PersonalDataKeys keys) {
    return Seal.keyOf(text)
        .map(id -> keys.toOpen(id).map(key -> Seal.open(key, place, text)).orElse(Erased.TEXT))
        .orElse(text);
  }

  /**
   * Opens before it climbs: a seal holds for the name and the path under which it was stored, and
   * upcasters see the text that was written.
   */
  private Event readOld(String wireName, byte[] json, @Nullable Texts texts) {
    var name = wireName;
    var tree = (ObjectNode) mapper.readTree(json);
    if (texts != null && upcasters.containsKey(name)) {
      var owner = owner(tree);
      PersonalFields.ANY.map(
          tree, "", (path, text) -> texts.read(text, place(wireName, owner, path)));
    }
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

  /**
   * Whose the event is, without opening it: see {@link Event#belongsTo()}.
   *
   * @throws UnreadableEvent if the bytes are no JSON
   */
  public String belongsTo(byte[] json) {
    try {
      return owner(mapper.readTree(json));
    } catch (JacksonException _) {
      throw new UnreadableEvent("A stored event is no JSON.");
    }
  }

  /** Every version of every event names its customer at one of these two places, if it has one. */
  private static String owner(JsonNode event) {
    var direct = event.path("customerId");
    return (direct.isString() ? direct : event.path("subject").path("customerId"))
        .asString(PersonalDataKeys.HOUSE);
  }

  /**
   * Seals what is kept beside the log, like a snapshot: JSON that names its customer somewhere as
   * {@code customerId}.
   *
   * @return empty if the customer's data was erased: it must not be kept
   */
  public Optional<byte[]> seal(byte[] json) {
    if (keys == null) {
      return Optional.of(json);
    }
    var customer = mapper.readTree(json).findValue("customerId");
    var owner = customer == null ? PersonalDataKeys.HOUSE : customer.asString();
    return keys.toSeal(owner, BYTES).map(key -> Seal.bytes(key, BYTES, json));
  }

  /**
   * The opposite of {@link #seal}.
   *
   * @return empty if the key is gone: what was kept is to be made anew from the events
   * @throws SealBroken if the bytes were altered
   */
  public Optional<byte[]> open(byte[] sealed) {
    return keys == null
        ? Optional.of(sealed)
        : keys.toOpen(Seal.keyOf(sealed)).map(key -> Seal.open(key, BYTES, sealed));
  }

  private static String place(String wireName, String owner, String path) {
    return wireName + " " + owner + " " + path;
  }
}
