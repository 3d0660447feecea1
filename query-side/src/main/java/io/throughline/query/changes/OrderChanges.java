package io.throughline.query.changes;

import graphql.GraphQLContext;
import io.throughline.kernel.OrderId;
import io.throughline.query.access.Visible;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.VisibleOrders;
import io.throughline.query.platform.Reader;
import io.throughline.query.sockets.Outbox;
import java.util.Optional;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

@Controller
class OrderChanges {
  private final Visible<OrderDetails> orders;
  private final Watches watches;

  OrderChanges(VisibleOrders orders, Watches watches) {
    this.orders = orders.visible();
    this.watches = watches;
  }

  /** The order as it is, and again whenever it has changed, until the token ends. */
  @SubscriptionMapping
  Flux<Optional<OrderDetails>> orderChanged(@Argument String id, GraphQLContext context) {
    var order = new OrderId(id).value();
    var reader = Reader.of(context);
    var outbox = Outbox.of(context);
    return Flux.create(
        sink -> watch(order, reader, outbox, sink), FluxSink.OverflowStrategy.LATEST);
  }

  private void watch(
      String order, Reader reader, Outbox outbox, FluxSink<Optional<OrderDetails>> sink) {
    var watch = new Watch(() -> orders.get(order, reader), reader.until(), outbox, sink);
    try {
      watches.add(order, watch);
    } catch (TooManyWatches e) {
      sink.error(e);
      return;
    }
    var thread = Thread.ofVirtual().name("watch-" + order).start(watch);
    sink.onDispose(
        () -> {
          watches.remove(order, watch);
          thread.interrupt();
        });
  }
}
