package io.throughline.command.bulk;

import io.throughline.kernel.Role;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Remedy;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Remedies that were asked for many exceptions at once, and what came of each. */
@Component
class BulkRemedies {
  private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcTemplate jdbc;

  BulkRemedies(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param actor who asked, as an opaque id
   * @param askedAt business time (UTC)
   */
  record Bulk(
      String id,
      Remedy remedy,
      Map<String, String> parameters,
      String actor,
      Set<Role> roles,
      Instant askedAt) {}

  enum State {
    WAITING,
    APPLIED,
    REFUSED
  }

  /**
   * @param detail why it was refused
   */
  record Item(String exceptionId, State state, @Nullable String detail) {}

  /** Whether it is new; asked for again under the same id it is the same. */
  boolean add(Bulk bulk) {
    var inserted =
        jdbc.update(
            "insert into bulk_remedies (bulk_id, remedy, parameters, actor, roles, asked_at) values"
                + " (?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing",
            bulk.id(),
            bulk.remedy().wireName(),
            JSON.writeValueAsString(bulk.parameters()),
            bulk.actor(),
            bulk.roles().stream().map(Role::wireName).toArray(String[]::new),
            Timestamp.from(bulk.askedAt()));
    return inserted == 1;
  }

  void add(Bulk bulk, ExceptionId exception) {
    jdbc.update(
        "insert into bulk_remedy_items (bulk_id, exception_id, state) values (?, ?, ?) on conflict"
            + " do nothing",
        bulk.id(),
        exception.value(),
        State.WAITING.name());
  }

  Optional<Bulk> find(String id) {
    return jdbc
        .query(
            "select remedy, parameters, actor, roles, asked_at from bulk_remedies where bulk_id ="
                + " ?",
            (row, _) ->
                new Bulk(
                    id,
                    Remedy.named(row.getString(1)).orElseThrow(),
                    JSON.readValue(row.getString(2), PARAMETERS),
                    row.getString(3),
                    Arrays.stream((String[]) row.getArray(4).getArray())
                        .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet()),
                    row.getTimestamp(5).toInstant()),
            id)
        .stream()
        .findFirst();
  }

  void settled(String id, ExceptionId exception, State state, @Nullable String detail) {
    jdbc.update(
        "update bulk_remedy_items set state = ?, detail = ? where bulk_id = ? and exception_id = ?",
        state.name(),
        detail,
        id,
        exception.value());
  }

  /** How many are in each state; a state that none is in is missing. */
  Map<State, Integer> progress(String id) {
    var counts = new LinkedHashMap<State, Integer>();
    jdbc.query(
        "select state, count(*) from bulk_remedy_items where bulk_id = ? group by state",
        row -> {
          counts.put(State.valueOf(row.getString(1)), row.getInt(2));
        },
        id);
    return counts;
  }

  /**
   * By their ids.
   *
   * @param after the last one that was seen; empty: from the first
   */
  List<Item> items(String id, String after, int limit) {
    return jdbc.query(
        "select exception_id, state, detail from bulk_remedy_items where bulk_id = ? and"
            + " exception_id > ? order by exception_id limit ?",
        (row, _) -> new Item(row.getString(1), State.valueOf(row.getString(2)), row.getString(3)),
        id,
        after,
        limit);
  }
}
