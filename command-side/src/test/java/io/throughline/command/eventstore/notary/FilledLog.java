package io.throughline.command.eventstore.notary;

import io.throughline.command.TestDatabase;
import io.throughline.kernel.proof.EventHash;
import io.throughline.kernel.proof.LoggedEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A log of events that are nobody's, each linked to the one before as the store does it. */
public final class FilledLog {
  private static final long EPOCH = 1_767_225_600_000_000L;

  private final DataSource dataSource;
  private final JdbcTemplate superuser;
  private byte[] hash = EventHash.beforeTheFirst();
  private long last;

  private FilledLog(DataSource dataSource) {
    this.dataSource = dataSource;
    this.superuser = new JdbcTemplate(TestDatabase.asSuperuser(dataSource));
  }

  public static FilledLog of(int events) {
    var log = new FilledLog(TestDatabase.newMigrated());
    log.add(events);
    return log;
  }

  /** Another log that holds the same. */
  public FilledLog copy() {
    var copy = new FilledLog(TestDatabase.copyOf(dataSource));
    copy.hash = hash;
    copy.last = last;
    return copy;
  }

  public void add(int events) {
    var rows = new ArrayList<Object[]>();
    for (var i = 0; i < events; i++) {
      var event = event(++last);
      hash = event.link(hash);
      rows.add(
          new Object[] {
            event.globalIndex(),
            event.aggregateType(),
            event.aggregateId(),
            event.sequence(),
            event.eventId(),
            event.wireName(),
            event.payload(),
            event.metadata(),
            event.occurredAt(),
            event.recordedAt(),
            hash
          });
    }
    superuser.batchUpdate(
        "insert into events values (?, ?, ?, ?, ?, ?, ?, ?,"
            + " timestamptz 'epoch' + ? * interval '1 microsecond',"
            + " timestamptz 'epoch' + ? * interval '1 microsecond', ?)",
        rows);
    superuser.update("update event_head set global_index = ?, hash = ?", last, hash);
  }

  public static LoggedEvent event(long index) {
    return new LoggedEvent(
        index,
        EPOCH + index * 1_001,
        "order",
        "Ö-" + index % 7,
        index / 7,
        new UUID(index, ~index),
        "order.submitted.v1",
        ("{\"index\":" + index + "}").getBytes(StandardCharsets.UTF_8),
        new byte[0],
        EPOCH - index);
  }

  public StoredLog stored() throws SQLException {
    return new StoredLog(connection());
  }

  public Connection connection() throws SQLException {
    return dataSource.getConnection();
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /** Does what nobody should be able to do. */
  public void tamper(String sql) {
    superuser.execute(sql);
  }

  /** Links the events anew from one on, as a forger would who knows how. */
  public void recompute(long from) throws SQLException {
    var predecessor = new byte[][] {EventHash.beforeTheFirst()};
    var log = stored();
    log.hashes(from - 1, from - 1, row -> predecessor[0] = row.hash());
    log.rows(
        from,
        log.last(),
        row -> {
          predecessor[0] = row.event().link(predecessor[0]);
          superuser.update(
              "update events set hash = ? where global_index = ?",
              predecessor[0],
              row.event().globalIndex());
        });
    superuser.update(
        "update event_head set global_index = ?, hash = ?", log.last(), predecessor[0]);
  }
}
