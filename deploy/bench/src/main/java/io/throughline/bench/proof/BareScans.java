package io.throughline.bench.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The least that has to be done to have hashed every event: nothing is compared or linked. */
final class BareScans {
  private static final int PAGE = 5_000;
  private static final int COLUMNS = 11;

  private BareScans() {}

  /**
   * Through JDBC, with a cursor; SHA-256 over each row.
   *
   * @return so many rows
   */
  static long cursor(Connection connection) throws SQLException, GeneralSecurityException {
    var digest = MessageDigest.getInstance("SHA-256");
    connection.setAutoCommit(false);
    var rows = 0L;
    try (var statement =
        connection.prepareStatement("select * from events order by global_index")) {
      statement.setFetchSize(PAGE);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          hash(row, digest);
          rows++;
        }
      }
    }
    connection.rollback();
    return rows;
  }

  private static void hash(ResultSet row, MessageDigest digest) throws SQLException {
    for (var column = 1; column <= COLUMNS; column++) {
      switch (column) {
        case 1, 4 -> digest.update(bytes(row.getLong(column)));
        case 2, 3, 5, 6 -> digest.update(row.getString(column).getBytes(StandardCharsets.UTF_8));
        case 9, 10 -> digest.update(bytes(row.getTimestamp(column).getTime()));
        default -> digest.update(row.getBytes(column));
      }
    }
    if (digest.digest().length == 0) {
      throw new IllegalStateException("SHA-256 gave nothing.");
    }
  }

  private static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  /**
   * As PostgreSQL's binary COPY sends the rows, which nothing beats; SHA-256 over each row's bytes
   * as they come.
   *
   * @return so many rows
   */
  static long copy(Connection connection) throws SQLException, GeneralSecurityException {
    var digest = MessageDigest.getInstance("SHA-256");
    var copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy (select * from events order by global_index) to stdout (format binary)");
    for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
      if (digest.digest(row).length == 0) {
        throw new IllegalStateException("SHA-256 gave nothing.");
      }
    }
    return copy.getHandledRowCount();
  }
}
