package io.throughline.query.orderlist;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.mongodb.client.model.Sorts;
import io.throughline.kernel.PartnerId;
import io.throughline.query.access.PartnersOrders;
import io.throughline.query.orderdetails.OrderRow;
import io.throughline.query.projection.Slices;
import io.throughline.query.projection.ViewStore;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Read from the list of orders, and held for a moment: several questions come at once. */
@Component
class OrdersOfPartners implements PartnersOrders {
  private static final int MOST = 10_000;
  private static final int PARTNERS = 1_000;
  private static final Duration HELD = Duration.ofSeconds(5);

  private final ViewStore<OrderRow> orders;
  private final LoadingCache<PartnerId, Set<String>> held =
      Caffeine.newBuilder().maximumSize(PARTNERS).expireAfterWrite(HELD).build(this::read);

  OrdersOfPartners(Slices slices, OrderListProjection projection) {
    this.orders = slices.of(projection);
  }

  @Override
  public Set<String> of(PartnerId partner) {
    return held.get(partner);
  }

  private Set<String> read(PartnerId partner) {
    return orders
        .find(
            new SoldThrough().filter(partner),
            Sorts.descending(OrderListProjection.ORDERED_ON),
            MOST)
        .stream()
        .map(order -> order.orderId().value())
        .collect(Collectors.toUnmodifiableSet());
  }
}
