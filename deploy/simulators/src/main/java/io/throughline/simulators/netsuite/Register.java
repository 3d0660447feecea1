package io.throughline.simulators.netsuite;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The records of one type, found by the integration's external id or by NetSuite's internal one.
 * External ids do not tell cases apart, as NetSuite's do not.
 *
 * @param <T> the type of record
 */
final class Register<T> {
  private static final String EXTERNAL = "eid:";

  private final String type;
  private final Map<String, T> byExternalId = new LinkedHashMap<>();
  private final Map<String, T> byInternalId = new LinkedHashMap<>();

  Register(String type) {
    this.type = type;
  }

  void put(String externalId, String internalId, T record) {
    byExternalId.put(key(externalId), record);
    byInternalId.put(internalId, record);
  }

  /** The record has another external id now. */
  void renamed(String before, String after) {
    byExternalId.put(key(after), byExternalId.remove(key(before)));
  }

  /** Somebody deleted it. */
  void remove(String externalId, String internalId) {
    byExternalId.remove(key(externalId));
    byInternalId.remove(internalId);
  }

  Optional<T> find(String externalId) {
    return Optional.ofNullable(byExternalId.get(key(externalId)));
  }

  /**
   * @param reference an internal id, or {@code eid:} and an external id
   * @throws Problem 404 if there is none
   */
  T require(String reference) {
    var record =
        reference.startsWith(EXTERNAL)
            ? find(reference.substring(EXTERNAL.length()))
            : Optional.ofNullable(byInternalId.get(reference));
    return record.orElseThrow(() -> Problem.unknown(type + " " + reference));
  }

  /**
   * @param reference an internal id, or {@code eid:} and an external id
   */
  boolean holds(String reference) {
    return reference.startsWith(EXTERNAL)
        ? has(reference.substring(EXTERNAL.length()))
        : byInternalId.containsKey(reference);
  }

  /**
   * @throws IllegalStateException if it is not there: the journal is not whole
   */
  T known(String externalId) {
    return find(externalId)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The journal tells of " + type + " " + externalId + " before it was made."));
  }

  boolean has(String externalId) {
    return byExternalId.containsKey(key(externalId));
  }

  Collection<T> all() {
    return byExternalId.values();
  }

  private static String key(String externalId) {
    return externalId.toUpperCase(Locale.ROOT);
  }
}
