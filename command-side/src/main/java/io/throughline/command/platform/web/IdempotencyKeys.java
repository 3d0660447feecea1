package io.throughline.command.platform.web;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The answers to requests with an Idempotency-Key, kept 24 hours of wall time. A key is its sender's own: two senders may
 * use the same one.
 */
@Component
@EnableScheduling
class IdempotencyKeys {
  static final Duration KEPT = Duration.ofHours(24);

  private final JdbcTemplate jdbc;

  IdempotencyKeys(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param answer empty while the first request is under way, or if its process died
   */
  record Entry(String fingerprint, Optional<Answer> answer) {}

  record Answer(int status, @Nullable String location, @Nullable String contentType, byte[] body) {}

  /** Claims the key, or finds who has. */
  Entry claim(String actor, String key, String fingerprint) {
    jdbc.update(
        "insert into idempotency_keys (actor, idempotency_key, fingerprint, claimed_at) values (?, ?, ?, ?)"
            + " on conflict do nothing",
        actor,
        key,
        fingerprint,
        Timestamp.from(Instant.now()));
    return jdbc
        .query(
            "select fingerprint, status, location, content_type, body from idempotency_keys"
                + " where actor = ? and idempotency_key = ?",
            (row, _) ->
                new Entry(
                    row.getString("fingerprint"),
                    row.getObject("status") == null
                        ? Optional.empty()
                        : Optional.of(
                            new Answer(
                                row.getInt("status"),
                                row.getString("location"),
                                row.getString("content_type"),
                                row.getBytes("body")))),
            actor,
            key)
        .getFirst();
  }

  void keep(String actor, String key, Answer answer) {
    jdbc.update(
        "update idempotency_keys set status = ?, location = ?, content_type = ?, body = ?"
            + " where actor = ? and idempotency_key = ?",
        answer.status(),
        answer.location(),
        answer.contentType(),
        answer.body(),
        actor,
        key);
  }

  @Scheduled(fixedDelayString = "PT1H")
  void purge() {
    jdbc.update("delete from idempotency_keys where claimed_at < ?", Timestamp.from(Instant.now().minus(KEPT)));
  }
}
