package io.throughline.simulators.salesforce;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened in the org. Its state is the fold of these. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "did")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OrgEntry.Saved.class, name = "saved"),
  @JsonSubTypes.Type(value = OrgEntry.Deleted.class, name = "deleted"),
  @JsonSubTypes.Type(value = OrgEntry.Published.class, name = "published")
})
sealed interface OrgEntry {

  Instant at();

  /**
   * A record was made or changed.
   *
   * @param fields those that were given; null empties one
   */
  record Saved(String type, String id, Map<String, @Nullable String> fields, Instant at)
      implements OrgEntry {}

  /** A record was thrown away. */
  record Deleted(String type, String id, Instant at) implements OrgEntry {}

  /**
   * An event was put on the bus.
   *
   * @param fields of a platform event
   * @param change of a change event; null for platform events
   */
  record Published(
      String topic, Map<String, @Nullable String> fields, @Nullable Change change, Instant at)
      implements OrgEntry {}

  /**
   * The header of a change event.
   *
   * @param recordIds several where one change was made to many
   * @param changeType {@code CREATE}, {@code UPDATE}, {@code GAP_UPDATE}, {@code GAP_OVERFLOW} …
   * @param changeOrigin {@code com/salesforce/api/<api>/<version>;client=<id>}
   */
  record Change(
      String entityName,
      List<String> recordIds,
      String changeType,
      String changeOrigin,
      String transactionKey,
      int sequenceNumber,
      List<String> changedFields) {}
}
