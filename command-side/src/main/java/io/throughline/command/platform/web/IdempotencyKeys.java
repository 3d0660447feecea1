package io.throughline.command.platform.web;

import java.sql.ResultSet;
import java.sql.SQLException;
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
 * The answers to requests with an Idempotency-Key, kept for 24 hours of wall time from the first
 * request.
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
  record Entry(Fingerprint fingerprint, Optional<Answer> answer) {}

  record Answer(int status, @Nullable String location, @Nullable String contentType, byte[] body) {}

  /** Claims the key, or finds who has; a claim that is too old counts as none. */
  Entry claim(IdempotencyKey key, Fingerprint fingerprint) {
    var now = Instant.now();
    var claimed =
        jdbc.update(
            """
            insert into idempotency_keys as kept (actor, idempotency_key, fingerprint, claimed_at) values (?, ?, ?, ?)
            on conflict (actor, idempotency_key) do update
            set fingerprint = excluded.fingerprint, claimed_at = excluded.claimed_at,
                status = null, location = null, content_type = null, body = null
            where kept.claimed_at < ?
            """,
            key.actor(),
            key.value(),
            fingerprint.value(),
            Timestamp.from(now),
            Timestamp.from(now.minus(KEPT)));
    return claimed == 1
        ? new Entry(fingerprint, Optional.empty())
        : find(key).orElseGet(() -> claim(key, fingerprint));
  }

  /** Empty if the key was released or purged in between. */
  private Optional<Entry> find(IdempotencyKey key) {
    return jdbc
        .query(
            "select * from idempotency_keys where actor = ? and idempotency_key = ?",
            (row, _) -> new Entry(new Fingerprint(row.getString("fingerprint")), answer(row)),
            key.actor(),
            key.value())
        .stream()
        .findFirst();
  }

  private static Optional<Answer> answer(ResultSet row) throws SQLException {
    return row.getObject("status") == null
        ? Optional.empty()
        : Optional.of(
            new Answer(
                row.getInt("status"),
                row.getString("location"),
                row.getString("content_type"),
                row.getBytes("body")));
  }

  void keep(IdempotencyKey key, Answer answer) {
    jdbc.update(
        "update idempotency_keys set status = ?, location = ?, content_type = ?, body = ?"
            + " where actor = ? and idempotency_key = ?",
        answer.status(),
        answer.location(),
        answer.contentType(),
        answer.body(),
        key.actor(),
        key.value());
  }

  /** As if the key had never been used. */
  void release(IdempotencyKey key) {
    jdbc.update(
        "delete from idempotency_keys where actor = ? and idempotency_key = ? and status is null",
        key.actor(),
        key.value());
  }

  @Scheduled(fixedDelayString = "PT1H")
  void purge() {
    jdbc.update(
        "delete from idempotency_keys where claimed_at < ?",
        Timestamp.from(Instant.now().minus(KEPT)));
  }
}
