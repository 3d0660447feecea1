package io.throughline.bench.proof;

import io.throughline.command.eventstore.notary.StoredLog;
import io.throughline.kernel.proof.EventHash;
import io.throughline.kernel.proof.LoggedEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A log with checkpoints within a transaction that will be rolled back.
 *
 * @param last the last event
 * @param sizes of the checkpoints, ascending; behind the last one there are events too
 */
record TamperedLog(Connection connection, long last, List<Long> sizes) {
  private static final String RELINK =
      "update events set hash = a.hash from unnest(?::bigint[], ?::bytea[]) as a (i, hash) where"
          + " global_index = a.i";

  long covered() {
    return sizes.getLast();
  }

  void run(String sql, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** An event of the log, any of them. */
  long anywhere(Random random) {
    return 1 + random.nextLong(last);
  }

  /** An event that a checkpoint covers. */
  long signed(Random random) {
    return 1 + random.nextLong(covered());
  }

  LoggedEvent event(long index) throws SQLException {
    var found = new ArrayList<LoggedEvent>();
    new StoredLog(connection).rows(index, index, row -> found.add(row.event()));
    return found.getFirst();
  }

  byte[] hash(long index) throws SQLException {
    var found = new ArrayList<>(List.of(EventHash.beforeTheFirst()));
    new StoredLog(connection).hashes(index, index, row -> found.add(row.hash()));
    return found.getLast();
  }

  void insert(LoggedEvent event, byte[] hash) throws SQLException {
    LogDatabase.insert(connection, List.of(event), List.of(hash));
  }

  /** Links all events anew from one on and moves the head: a forger who knows how. */
  void relink(long from) throws SQLException {
    var log = new StoredLog(connection);
    var indexes = new ArrayList<Long>();
    var hashes = new ArrayList<byte[]>();
    hashes.add(hash(from - 1));
    var end = log.last();
    log.rows(
        from,
        end,
        row -> {
          indexes.add(row.event().globalIndex());
          hashes.add(row.event().link(hashes.getLast()));
        });
    try (var statement = connection.prepareStatement(RELINK)) {
      statement.setArray(1, connection.createArrayOf("int8", indexes.toArray()));
      statement.setArray(
          2,
          connection.createArrayOf(
              "bytea", hashes.subList(1, hashes.size()).toArray(byte[][]::new)));
      statement.executeUpdate();
    }
    LogDatabase.moveHead(connection, end, hashes.getLast());
  }
}
