package io.throughline.query.metrics;

import io.throughline.query.OrderState;
import io.throughline.query.orderdetails.Measures;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a group of orders comes to. Times are seconds of business time, in the mean.
 *
 * @param month null: of all months; likewise region and partner
 * @param quoteToCashSeconds from the hand-over of the sale to its last payment; null: none is paid
 * @param promised orders with a promised day of which all has arrived
 * @param onTime those of them that came by that day
 */
record BusinessMetrics(
    @Nullable String month,
    @Nullable String region,
    @Nullable String partnerId,
    long orders,
    long completed,
    long cancelled,
    long paid,
    @Nullable Double quoteToCashSeconds,
    long promised,
    long onTime,
    List<TimeInState> timeInState) {

  /**
   * @param orders that have left the state
   */
  record TimeInState(OrderState state, long orders, @Nullable Double seconds) {}

  static BusinessMetrics of(Document group) {
    var by = group.get("_id", Document.class);
    return new BusinessMetrics(
        text(by, Measures.MONTH),
        text(by, Measures.REGION),
        text(by, Measures.PARTNER),
        sum(group, Measures.ORDERS),
        sum(group, Measures.COMPLETED),
        sum(group, Measures.CANCELLED),
        sum(group, Measures.PAID),
        mean(sum(group, Measures.TO_CASH), sum(group, Measures.PAID)),
        sum(group, Measures.PROMISED),
        sum(group, Measures.ON_TIME),
        Measures.STATES.stream()
            .map(
                state ->
                    new TimeInState(
                        state,
                        sum(group, Measures.left(state)),
                        mean(sum(group, Measures.in(state)), sum(group, Measures.left(state)))))
            .filter(it -> it.orders() > 0)
            .toList());
  }

  private static @Nullable String text(Document by, String name) {
    var value = by.getString(name);
    return value == null || value.isEmpty() ? null : value;
  }

  private static long sum(Document group, String name) {
    return Objects.requireNonNullElse(group.get(name, Number.class), 0L).longValue();
  }

  private static @Nullable Double mean(long millis, long count) {
    return count == 0 ? null : millis / 1000.0 / count;
  }
}
