package io.throughline.command.privacy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the keys of customers whose data is erased. */
@Component
public class Erasures {
  private final JdbcTemplate jdbc;
  private final KeyRows rows;
  private final CustomerKeys keys;
  private final PrivacyProperties properties;

  Erasures(JdbcTemplate jdbc, KeyRows rows, CustomerKeys keys, PrivacyProperties properties) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.keys = keys;
    this.properties = properties;
  }

  /** Whether anything was ever sealed for the customer. */
  public boolean isKnown(String customer) {
    var owner = rows.owner(customer);
    return owner.key() != null || owner.closed();
  }

  /** Whether an erasure is under way. */
  public boolean isClosed(String customer) {
    return rows.owner(customer).closed();
  }

  /**
   * Takes no order for the customer any more; said again, it changes nothing.
   *
   * @return from when on every node knows (wall time, UTC)
   */
  public Instant close(String customer) {
    jdbc.update(
        "insert into erasures (owner, closed_at) values (?, ?) on conflict do nothing",
        customer,
        Timestamp.from(Instant.now()));
    keys.forget(customer);
    var closedAt =
        jdbc.queryForObject(
            "select closed_at from erasures where owner = ?",
            (row, _) -> row.getTimestamp("closed_at").toInstant(),
            customer);
    return Objects.requireNonNull(closedAt).plus(properties.kept().multipliedBy(2));
  }

  /**
   * Deletes the customer's key for good; done again, it changes nothing.
   *
   * @return the epoch whose key wrapped it
   */
  @Transactional
  public int deleteKey(String customer) {
    var deleted =
        jdbc.queryForList(
            "delete from customer_keys where owner = ? returning epoch", Integer.class, customer);
    var current = rows.newestEpoch().map(KeyRows.Epoch::number).orElse(1);
    jdbc.update(
        "update erasures set erased = true, epoch = coalesce(epoch, ?) where owner = ?",
        deleted.isEmpty() ? current : deleted.getFirst(),
        customer);
    keys.forget(customer);
    var epoch =
        jdbc.queryForObject("select epoch from erasures where owner = ?", Integer.class, customer);
    return epoch == null ? current : epoch;
  }

  /** Until when an epoch's key is destroyed, in business time (UTC), while somebody is at work. */
  public Instant completeBy(int epoch, Instant now) {
    return rows.newestEpoch()
        .filter(newest -> newest.number() == epoch)
        .map(newest -> newest.beganAt().plus(properties.epoch()))
        .orElse(now);
  }

  /** Whose erasure is complete now that the keys up to the epoch are destroyed. */
  public List<Owner> completeWith(int epoch) {
    return jdbc.query(
        "select owner, epoch from erasures where erased and not completed and epoch <= ?",
        (row, _) -> new Owner(row.getString("owner"), row.getInt("epoch")),
        epoch);
  }

  /**
   * @param epoch whose key wrapped the owner's
   */
  public record Owner(String name, int epoch) {}

  public void completed(String customer) {
    jdbc.update("update erasures set completed = true where owner = ?", customer);
  }
}
