package io.throughline.command.customer;

import io.throughline.kernel.CustomerId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which customer a merged one is now, kept by the processor {@code customer}. */
@Component
public class Successors {
  private static final String LAST =
      """
      with recursive chain(id, depth) as (
        select ?::text, 0
        union all
        select s.survivor_id, depth + 1 from chain join customer_successors s on s.customer_id = chain.id where depth < 100)
      select id from chain order by depth desc limit 1
      """;

  private final JdbcTemplate jdbc;

  Successors(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void merged(CustomerId customer, CustomerId survivor) {
    jdbc.update(
        "insert into customer_successors (customer_id, survivor_id) values (?, ?)"
            + " on conflict do nothing",
        customer.value(),
        survivor.value());
  }

  /** The customer itself, unless it was merged into another. */
  public CustomerId of(CustomerId customer) {
    var last = jdbc.queryForObject(LAST, String.class, customer.value());
    return last == null ? customer : new CustomerId(last);
  }
}
