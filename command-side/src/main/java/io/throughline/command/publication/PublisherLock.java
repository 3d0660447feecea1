package io.throughline.command.publication;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * An advisory lock in PostgreSQL: it is gone with the connection, so a node that dies holds nobody
 * up.
 */
final class PublisherLock {
  /** Any number that nothing else in the database uses. */
  private static final long KEY = 0x7468_726f_7567_6801L;

  private final DataSource dataSource;

  PublisherLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Waits until no other node holds it. */
  Held acquire() throws InterruptedException {
    while (true) {
      try {
        var connection = dataSource.getConnection();
        if (tryLock(connection)) {
          return new Held(connection);
        }
        connection.close();
      } catch (SQLException e) {
        throw new Lost(e);
      }
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private static boolean tryLock(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      statement.setLong(1, KEY);
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }

  /** The lock, while its connection lives. */
  static final class Held implements AutoCloseable {
    private final Connection connection;

    private Held(Connection connection) {
      this.connection = connection;
    }

    /**
     * @throws Lost if the connection is gone, and the lock with it
     */
    void check() {
      try {
        if (!connection.isValid(5)) {
          throw new Lost(new SQLException("The connection that held it is gone."));
        }
      } catch (SQLException e) {
        throw new Lost(e);
      }
    }

    @Override
    public void close() {
      try (connection;
          var statement = connection.createStatement()) {
        statement.execute("select pg_advisory_unlock(" + KEY + ")");
      } catch (SQLException e) {
        throw new Lost(e);
      }
    }
  }

  /** Another node may be publishing now. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost(SQLException cause) {
      super("The lock on publishing is lost: " + cause.getMessage(), cause);
    }
  }
}
