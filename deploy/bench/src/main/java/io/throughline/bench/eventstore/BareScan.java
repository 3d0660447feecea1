package io.throughline.bench.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.throughline.bench.harness.Contender;
import io.throughline.bench.harness.Metric;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same rows through JDBC, each column fetched and nothing made of it. */
final class BareScan implements Contender, AutoCloseable {
  private final HikariDataSource dataSource;

  BareScan(String url) {
    dataSource = new Wire(url, Server.APPLICATION).pool();
  }

  @Override
  public String name() {
    return "bare-scan";
  }

  @Override
  public Map<Metric, Double> round() {
    var jdbc = new JdbcTemplate(dataSource);
    var read = new long[2];
    var begun = System.nanoTime();
    for (var more = true; more; ) {
      var before = read[0];
      jdbc.query(
          """
          select global_index, aggregate_type, aggregate_id, sequence, event_id, wire_name, payload, metadata, recorded_at
          from events where global_index > ? order by global_index limit 5000
          """,
          row -> {
            read[0] = row.getLong(1);
            read[1] +=
                row.getString(2).length()
                    + row.getString(3).length()
                    + row.getLong(4)
                    + row.getString(5).length()
                    + row.getString(6).length()
                    + row.getBytes(7).length
                    + row.getBytes(8).length
                    + row.getTimestamp(9).getNanos();
          },
          read[0]);
      more = read[0] > before;
    }
    return Map.of(Replay.RATE, read[0] / ((System.nanoTime() - begun) / 1e9));
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
