package io.throughline.command.eventstore.notary;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One notary in the cluster: an advisory lock in PostgreSQL, held by the connection through which
 * it works. When that is gone so is the lock, and the work fails with it.
 */
final class NotaryLock implements AutoCloseable {
  /** Any number that nothing else in the database uses. */
  private static final long KEY = 0x7468_726f_7567_6802L;

  private final Connection connection;

  private NotaryLock(Connection connection) {
    this.connection = connection;
  }

  /** Empty while another node holds it. */
  static Optional<NotaryLock> tryAcquire(DataSource dataSource) throws SQLException {
    var connection = dataSource.getConnection();
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
      result.next();
      if (result.getBoolean(1)) {
        return Optional.of(new NotaryLock(connection));
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    connection.close();
    return Optional.empty();
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    try (connection;
        var statement = connection.createStatement()) {
      statement.execute("select pg_advisory_unlock(" + KEY + ")");
    }
  }
}
