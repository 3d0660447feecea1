package io.throughline.command.bulk;

import io.throughline.kernel.event.ClosesExceptions;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Queue;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The exceptions of orders that wait for a person, as far as this side needs to find them. One that
 * has been settled by a fact may stand here a little longer: its order refuses the remedy then.
 */
@Component
@ProcessingGroup("bulk")
class OpenExceptions {
  private static final String OF_ORDER = "delete from open_exceptions where order_id = ?";

  private final JdbcTemplate jdbc;

  OpenExceptions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(FulfilmentEvent event) {
    switch (event) {
      case FulfilmentParked parked -> opened(parked);
      case RemedyApplied applied -> closed(applied.exceptionId());
      case FulfilmentCancelled ended -> jdbc.update(OF_ORDER, ended.orderId().value());
      case ClosesExceptions settled -> settled.closed().forEach(this::closed);
      default -> {}
    }
  }

  private void opened(FulfilmentParked parked) {
    jdbc.update(
        "insert into open_exceptions (exception_id, order_id, cause, queue, parked_at) values (?,"
            + " ?, ?, ?, ?) on conflict do nothing",
        parked.exceptionId().value(),
        parked.orderId().value(),
        parked.cause().name(),
        parked.queue().name(),
        Timestamp.from(parked.at()));
  }

  void closed(ExceptionId id) {
    jdbc.update("delete from open_exceptions where exception_id = ?", id.value());
  }

  /**
   * The oldest first.
   *
   * @param cause null: any
   * @param queue null: any
   * @param orders empty: of any order
   */
  List<ExceptionId> find(
      @Nullable Cause cause, @Nullable Queue queue, List<String> orders, int limit) {
    var sql = new StringBuilder("select exception_id from open_exceptions where true");
    var values = new ArrayList<Object>();
    if (cause != null) {
      sql.append(" and cause = ?");
      values.add(cause.name());
    }
    if (queue != null) {
      sql.append(" and queue = ?");
      values.add(queue.name());
    }
    if (!orders.isEmpty()) {
      sql.append(" and order_id = any (?)");
      values.add(orders.toArray(String[]::new));
    }
    sql.append(" order by parked_at, exception_id limit ?");
    values.add(limit);
    return jdbc.query(
        sql.toString(), (row, _) -> new ExceptionId(row.getString(1)), values.toArray());
  }
}
