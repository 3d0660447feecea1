package io.throughline.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Work that one node of the cluster does at a time: an advisory lock in PostgreSQL. It is gone with
 * its connection, so a node that dies holds nobody up.
 */
public final class ClusterLock implements AutoCloseable {
  private static final int SECONDS_TO_ANSWER = 5;

  private final Work work;
  private final Connection connection;

  /** What is done by one node; its number is one that nothing else in the database uses. */
  public enum Work {
    PUBLISHING(0x7468_726f_7567_6801L),
    SIGNING(0x7468_726f_7567_6802L),
    POLLING_THE_ERP(0x7468_726f_7567_68c1L),
    MOVING_CUSTOMERS(0x7468_726f_7567_68c2L),
    TAKING_INTENTS(0x7468_726f_7567_68d1L),
    TAKING_ACCOUNTS(0x7468_726f_7567_68d2L),
    TAKING_CONTACTS(0x7468_726f_7567_68d3L),
    TELLING_THE_CRM(0x7468_726f_7567_68d4L);

    private final long key;

    Work(long key) {
      this.key = key;
    }
  }

  private ClusterLock(Work work, Connection connection) {
    this.work = work;
    this.connection = connection;
  }

  /** Empty while another node holds it. */
  public static Optional<ClusterLock> tryAcquire(DataSource dataSource, Work work)
      throws SQLException {
    var connection = dataSource.getConnection();
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("select pg_try_advisory_lock(" + work.key + ")")) {
      result.next();
      if (result.getBoolean(1)) {
        return Optional.of(new ClusterLock(work, connection));
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    connection.close();
    return Optional.empty();
  }

  /** What is done through it fails when the lock is gone. */
  public Connection connection() {
    return connection;
  }

  /**
   * @throws SQLException if the connection is gone, and the lock with it: another node may be at
   *     work now
   */
  public void check() throws SQLException {
    if (!connection.isValid(SECONDS_TO_ANSWER)) {
      throw new SQLException("The connection that held the lock is gone.");
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection;
        var statement = connection.createStatement()) {
      statement.execute("select pg_advisory_unlock(" + work.key + ")");
    }
  }
}
