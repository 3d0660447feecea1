package io.throughline.bench.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** One contender's connections to its database, watched without being slowed down. */
final class Wire extends AbstractDataSource {
  private final String url;
  private final String user;
  private final LongAdder trips;
  private final List<Connection> connections = new CopyOnWriteArrayList<>();

  /**
   * @param url of the database, without parameters
   */
  Wire(String url, String user) {
    this.url =
        url + "?socketFactory=" + CountingSockets.class.getName() + "&socketFactoryArg=" + url;
    this.user = user;
    this.trips = CountingSockets.trips(url);
  }

  HikariDataSource pool() {
    var config = new HikariConfig();
    config.setDataSource(this);
    config.setMaximumPoolSize(Server.CONNECTIONS);
    return new HikariDataSource(config);
  }

  @Override
  public Connection getConnection() throws SQLException {
    var connection = DriverManager.getConnection(url, user, "");
    connections.add(connection);
    return connection;
  }

  @Override
  public Connection getConnection(String otherUser, String password) throws SQLException {
    return getConnection();
  }

  /** Round trips to the server so far, through all connections together. */
  long roundTrips() {
    return trips.sum();
  }

  /**
   * Has each connection's backend publish what it has counted. A busy one does so once a second, an
   * idle one after ten.
   *
   * @param listening backends that wait for notifications: they write nothing, and cannot be asked
   */
  void publish(Set<Integer> listening) throws SQLException {
    for (var connection : connections) {
      if (connection.isClosed()) {
        connections.remove(connection);
      } else if (!listening.contains(connection.unwrap(PGConnection.class).getBackendPID())) {
        try (var statement = connection.createStatement()) {
          statement.execute("select pg_stat_force_next_flush()");
        }
      }
    }
  }
}
