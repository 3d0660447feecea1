package io.throughline.command.eventstore;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Refuses a role that could change what is written: the log's reader must not have to trust us. */
final class Privileges {
  private static final List<String> HISTORY = List.of("events", "snapshots", "checkpoints");
  private static final String MAY_CHANGE =
      """
      select has_table_privilege(c.oid, 'update, delete, truncate') or pg_has_role(c.relowner, 'member')
      from pg_class c where c.oid = to_regclass(?)
      """;

  private Privileges() {}

  /**
   * @throws IllegalStateException naming the table that the role could change
   */
  static void require(DataSource dataSource) {
    var jdbc = new JdbcTemplate(dataSource);
    for (var table : HISTORY) {
      if (jdbc.queryForList(MAY_CHANGE, Boolean.class, table).contains(true)) {
        throw new IllegalStateException(
            "The role "
                + jdbc.queryForObject("select current_user", String.class)
                + " could change the table "
                + table
                + ". Run the application as a role that is no superuser and does not own the tables"
                + " (spring.datasource.username), and Flyway as the role that does"
                + " (spring.flyway.user).");
      }
    }
  }
}
