package io.throughline.local.demo;

import io.throughline.local.LocalRunRefused;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

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

  /** How often each order was submitted. */
  static Map<String, Integer> submissions(String jdbcUrl, String user) {
    try (var connection = DriverManager.getConnection(jdbcUrl, user, "");
        var statement = connection.createStatement();
        var answer =
            statement.executeQuery(
                "select aggregate_id, count(*) from events where wire_name like"
                    + " 'order.submitted.%' group by aggregate_id")) {
      var counts = new HashMap<String, Integer>();
      while (answer.next()) {
        counts.put(answer.getString(1), answer.getInt(2));
      }
      return counts;
    } catch (SQLException e) {
      throw new LocalRunRefused("The event store gave no answer: " + e.getMessage(), e);
    }
  }
}
