package io.throughline.command.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** The answers to commands with a key, kept for {@link #KEPT} of wall time. */
@EnableScheduling
public class KeptAnswers {
  public static final Duration KEPT = Duration.ofHours(24);

  private final JdbcTemplate jdbc;
  private final Appender appender;

  KeptAnswers(JdbcTemplate jdbc, Appender appender) {
    this.jdbc = jdbc;
    this.appender = appender;
  }

  public Optional<KeptAnswer> find(CommandKey key) {
    return jdbc
        .query(
            "select * from idempotency_keys where actor = ? and idempotency_key = ? and answered_at"
                + " > ?",
            (row, _) -> answer(row),
            key.actor(),
            key.value(),
            Timestamp.from(Instant.now().minus(KEPT)))
        .stream()
        .findFirst();
  }

  /**
   * Keeps the answer to a command that changed nothing: it decided nothing, or refused for good.
   *
   * @throws AlreadyAnswered if the key was used meanwhile
   * @throws EventStoreOverloaded if too many wait already
   */
  public void keep(KeptAnswer answer) {
    appender.append(new Append(List.of(), Optional.of(answer)));
  }

  static KeptAnswer answer(ResultSet row) throws SQLException {
    return new KeptAnswer(
        new CommandKey(row.getString("actor"), row.getString("idempotency_key")),
        row.getString("fingerprint"),
        row.getInt("status"),
        row.getString("location"),
        row.getString("content_type"),
        row.getBytes("body"),
        row.getTimestamp("answered_at").toInstant());
  }

  @Scheduled(fixedDelayString = "PT10M")
  public void purge() {
    jdbc.update(
        "delete from idempotency_keys where answered_at <= ?",
        Timestamp.from(Instant.now().minus(KEPT)));
  }
}
