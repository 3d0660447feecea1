package io.throughline.command.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a group finds in the log already: its aggregates' last sequence numbers, answers under its
 * keys, and of its own events those that are there.
 */
record Taken(Map<String, Long> sequences, Map<CommandKey, KeptAnswer> answers, Set<UUID> events) {
  private static final String SEQUENCES =
      """
      select a.type || '/' || a.id, coalesce((select max(e.sequence) from events e
                                              where e.aggregate_type = a.type and e.aggregate_id = a.id), -1)
      from unnest(?::text[], ?::text[]) as a(type, id)
      """;
  private static final String ANSWERS =
      """
      select * from idempotency_keys
      where (actor, idempotency_key) in (select * from unnest(?::text[], ?::text[])) and answered_at > ?
      """;
  private static final String FORGET_OLD_ANSWERS =
      """
      delete from idempotency_keys
      where (actor, idempotency_key) in (select * from unnest(?::text[], ?::text[])) and answered_at <= ?
      """;
  private static final String EVENTS =
      """
      select e.event_id from unnest(?::text[], ?::text[], ?::bigint[], ?::uuid[]) as a(type, id, sequence, event)
      join events e on e.aggregate_type = a.type and e.aggregate_id = a.id and e.sequence = a.sequence
                   and e.event_id = a.event
      """;

  static Taken look(Connection connection, Group group) throws SQLException {
    var rows = group.appends().stream().flatMap(append -> append.rows().stream()).toList();
    var keys =
        group.appends().stream()
            .map(Append::answer)
            .flatMap(Optional::stream)
            .map(KeptAnswer::key)
            .toList();
    return new Taken(sequences(connection, rows), answers(connection, keys), ids(connection, rows));
  }

  void sortOut(Group group) {
    group.sortOut(new HashMap<>(sequences), answers);
  }

  /**
   * The appends that are in the log whole; an append is one transaction, so its first trace tells.
   */
  Set<Append> durable(Group group) {
    return group.appends().stream().filter(this::isDurable).collect(Collectors.toSet());
  }

  private boolean isDurable(Append append) {
    return append.rows().isEmpty()
        ? append.answer().filter(this::isKept).isPresent()
        : events.contains(append.rows().getFirst().eventId());
  }

  private boolean isKept(KeptAnswer answer) {
    var kept = answers.get(answer.key());
    return kept != null
        && kept.fingerprint().equals(answer.fingerprint())
        && Arrays.equals(kept.body(), answer.body());
  }

  private static Map<String, Long> sequences(Connection connection, List<Row> rows)
      throws SQLException {
    var last = new HashMap<String, Long>();
    try (var statement = connection.prepareStatement(SEQUENCES)) {
      statement.setArray(1, texts(connection, rows, Row::aggregateType));
      statement.setArray(2, texts(connection, rows, Row::aggregateId));
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          last.put(result.getString(1), result.getLong(2));
        }
      }
    }
    return last;
  }

  private static Map<CommandKey, KeptAnswer> answers(Connection connection, List<CommandKey> keys)
      throws SQLException {
    var found = new HashMap<CommandKey, KeptAnswer>();
    if (keys.isEmpty()) {
      return found;
    }
    var actors = texts(connection, keys, CommandKey::actor);
    var values = texts(connection, keys, CommandKey::value);
    var oldest = Timestamp.from(Instant.now().minus(KeptAnswers.KEPT));
    try (var forget = connection.prepareStatement(FORGET_OLD_ANSWERS);
        var find = connection.prepareStatement(ANSWERS)) {
      for (var statement : List.of(forget, find)) {
        statement.setArray(1, actors);
        statement.setArray(2, values);
        statement.setTimestamp(3, oldest);
      }
      forget.executeUpdate();
      try (var result = find.executeQuery()) {
        while (result.next()) {
          var answer = KeptAnswers.answer(result);
          found.put(answer.key(), answer);
        }
      }
    }
    return found;
  }

  private static Set<UUID> ids(Connection connection, List<Row> rows) throws SQLException {
    var found = new HashSet<UUID>();
    try (var statement = connection.prepareStatement(EVENTS)) {
      statement.setArray(1, texts(connection, rows, Row::aggregateType));
      statement.setArray(2, texts(connection, rows, Row::aggregateId));
      statement.setArray(
          3, connection.createArrayOf("int8", rows.stream().map(Row::sequence).toArray()));
      statement.setArray(4, texts(connection, rows, row -> row.eventId().toString()));
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          found.add(result.getObject(1, UUID.class));
        }
      }
    }
    return found;
  }

  private static <T> Array texts(Connection connection, List<T> all, Function<T, String> text)
      throws SQLException {
    return connection.createArrayOf("text", all.stream().map(text).toArray());
  }
}
