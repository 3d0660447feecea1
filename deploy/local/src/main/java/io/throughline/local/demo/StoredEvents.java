package io.throughline.local.demo;

import io.throughline.local.LocalRunRefused;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How many events the store holds, asked of the store itself. */
final class StoredEvents {

  private StoredEvents() {}

  static long count(String jdbcUrl, String user) {
    try (var connection = DriverManager.getConnection(jdbcUrl, user, "");
        var statement = connection.createStatement();
        var answer = statement.executeQuery("select count(*) from events")) {
      answer.next();
      return answer.getLong(1);
    } catch (SQLException e) {
      throw new LocalRunRefused("The event store gave no answer: " + e.getMessage(), e);
    }
  }
}
