package io.throughline.command.salesforce;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far each topic has been dealt with; moved in the transaction that keeps what came of it. */
final class ReplayPositions {
  private final JdbcTemplate jdbc;

  ReplayPositions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The replay id of the last event that was dealt with; empty: none, or it is of no use any more.
   */
  Optional<byte[]> of(String topic) {
    return jdbc
        .query(
            "select replay_id from salesforce_positions where topic = ?",
            (row, _) -> row.getBytes("replay_id"),
            topic)
        .stream()
        .findFirst();
  }

  void move(String topic, byte[] replayId) {
    jdbc.update(
        "insert into salesforce_positions (topic, replay_id, moved_at) values (?, ?, now()) on"
            + " conflict (topic) do update set replay_id = excluded.replay_id, moved_at ="
            + " excluded.moved_at",
        topic,
        replayId);
  }

  void forget(String topic) {
    jdbc.update("delete from salesforce_positions where topic = ?", topic);
  }
}
