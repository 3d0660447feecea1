package io.throughline.command.eventstore;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Refuses a database that could forget what it has acknowledged. */
final class Durability {
  private static final List<String> NEEDED =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private Durability() {}

  /**
   * @throws IllegalStateException naming the setting that is off
   */
  static void require(DataSource dataSource) {
    var jdbc = new JdbcTemplate(dataSource);
    for (var setting : NEEDED) {
      if ("off".equals(jdbc.queryForObject("show " + setting, String.class))) {
        throw new IllegalStateException(
            "PostgreSQL runs with "
                + setting
                + " = off: it could lose events that were acknowledged. Set it to on.");
      }
    }
  }
}
