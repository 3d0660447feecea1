package io.throughline.bench.trial;

import io.throughline.kernel.proof.EventHash;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The log walked from where it was left: dense, and each hash what it must be. */
final class Chain {
  private final JdbcTemplate jdbc;
  private long index;
  private byte[] hash = EventHash.beforeTheFirst();

  Chain(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
    jdbc.setFetchSize(1_000);
  }

  long index() {
    return index;
  }

  /**
   * @throws IllegalStateException naming the first event that does not fit
   */
  void walk() {
    jdbc.query(
        """
        select global_index, aggregate_type, aggregate_id, sequence, event_id, wire_name, payload, metadata,
               (extract(epoch from occurred_at) * 1000000)::bigint, (extract(epoch from recorded_at) * 1000000)::bigint, hash
        from events where global_index > ? order by global_index
        """,
        row -> {
          var digest =
              EventHash.digest(
                  row.getString(2),
                  row.getString(3),
                  row.getLong(4),
                  row.getObject(5, UUID.class),
                  row.getString(6),
                  row.getBytes(7),
                  row.getBytes(8),
                  row.getLong(9));
          hash = EventHash.link(hash, index + 1, row.getLong(10), digest);
          if (row.getLong(1) != index + 1 || !Arrays.equals(hash, row.getBytes(11))) {
            throw new IllegalStateException("The log does not hold at index " + (index + 1) + ".");
          }
          index++;
        },
        index);
  }
}
