package io.throughline.command.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The customers' keys, wrapped, as the database holds them. */
@Component
class KeyRows {
  private static final String KEYS = "select owner, key_id, epoch, wrapped from customer_keys ";

  private final JdbcTemplate jdbc;

  /** A key is durable before it is used, whatever becomes of the transaction around it. */
  private final TransactionTemplate own;

  KeyRows(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  record Row(String owner, String keyId, int epoch, byte[] wrapped) {
    String context() {
      return owner + " " + keyId;
    }
  }

  /**
   * @param closed whether no order is taken any more
   * @param erased whether nothing personal is written any more
   */
  record Owner(@Nullable Row key, boolean closed, boolean erased) {}

  Owner owner(String owner) {
    return jdbc.query(
            """
            select k.owner, k.key_id, k.epoch, k.wrapped, e.owner is not null as closed,
                   coalesce(e.erased, false) as erased
            from (values (?)) as asked(owner)
            left join customer_keys k on k.owner = asked.owner
            left join erasures e on e.owner = asked.owner
            """,
            (row, _) ->
                new Owner(
                    row.getString("key_id") == null ? null : row(row),
                    row.getBoolean("closed"),
                    row.getBoolean("erased")),
            owner)
        .getFirst();
  }

  List<Row> byId(Collection<String> keyIds) {
    return jdbc.query(
        KEYS + "where key_id = any (?)",
        (row, _) -> row(row),
        (Object) keyIds.toArray(String[]::new));
  }

  List<Row> of(int epoch, int limit) {
    return jdbc.query(
        KEYS + "where epoch = ? order by owner limit ?", (row, _) -> row(row), epoch, limit);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("owner"),
        row.getString("key_id"),
        row.getInt("epoch"),
        row.getBytes("wrapped"));
  }

  /**
   * Adds an owner's first key, unless another node was faster or the owner's data is erased.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException if the epoch is over
   */
  void add(Row row) {
    own.executeWithoutResult(
        _ ->
            jdbc.update(
                "insert into customer_keys (owner, key_id, epoch, wrapped) select ?, ?, ?, ?"
                    + " where not exists (select from erasures where owner = ? and erased)"
                    + " on conflict do nothing",
                row.owner(),
                row.keyId(),
                row.epoch(),
                row.wrapped(),
                row.owner()));
  }

  /** Replaces a wrapping, unless the key was deleted meanwhile. */
  void rewrap(Row before, int epoch, byte[] wrapped) {
    jdbc.update(
        "update customer_keys set epoch = ?, wrapped = ? where owner = ? and key_id = ? and epoch ="
            + " ?",
        epoch,
        wrapped,
        before.owner(),
        before.keyId(),
        before.epoch());
  }

  Optional<Epoch> newestEpoch() {
    return jdbc
        .query(
            "select epoch, began_at from key_epochs order by epoch desc limit 1",
            (row, _) -> new Epoch(row.getInt("epoch"), row.getTimestamp("began_at").toInstant()))
        .stream()
        .findFirst();
  }

  /**
   * @param beganAt business time (UTC)
   */
  record Epoch(int number, Instant beganAt) {}

  List<Integer> epochs() {
    return jdbc.query(
        "select epoch from key_epochs order by epoch", (row, _) -> row.getInt("epoch"));
  }

  void addEpoch(Epoch epoch) {
    own.executeWithoutResult(
        _ ->
            jdbc.update(
                "insert into key_epochs (epoch, began_at) values (?, ?) on conflict do nothing",
                epoch.number(),
                Timestamp.from(epoch.beganAt())));
  }

  /** The fingerprint of the vault that was here first; the given one where there was none. */
  byte[] vault(byte[] fingerprint) {
    jdbc.update(
        "insert into key_vault (id, fingerprint) values (1, ?) on conflict do nothing",
        fingerprint);
    return jdbc.query("select fingerprint from key_vault", (row, _) -> row.getBytes("fingerprint"))
        .getFirst();
  }

  /**
   * @throws org.springframework.dao.DataIntegrityViolationException if a key is wrapped under it
   *     still
   */
  void removeEpoch(int epoch) {
    jdbc.update("delete from key_epochs where epoch = ?", epoch);
  }
}
