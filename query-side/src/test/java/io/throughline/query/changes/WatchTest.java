package io.throughline.query.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.throughline.query.History;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.sockets.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class WatchTest {
  private static final OrderDetailsProjection FOLD = new OrderDetailsProjection();

  private final History history = History.of("SO-1", "ACME");
  private final OrderDetails submitted = FOLD.evolve(null, history.submitted());
  private final OrderDetails validated = FOLD.evolve(submitted, history.validated());
  private final OrderDetails accepted = FOLD.evolve(validated, history.accepted());

  private final AtomicReference<Optional<OrderDetails>> order =
      new AtomicReference<>(Optional.of(submitted));
  private final List<Optional<OrderDetails>> taken =
      Collections.synchronizedList(new ArrayList<>());

  /** The client is slow: while one answer is on its way, the order changes twice. */
  @Test
  void aSlowClientIsSentTheLatestAndNothingPilesUp() {
    var outbox = new Held();
    var watch = new AtomicReference<Watch>();
    var subscription =
        Flux.<Optional<OrderDetails>>create(
                sink -> {
                  watch.set(new Watch(order::get, Instant.now().plusSeconds(60), outbox, sink));
                  Thread.startVirtualThread(watch.get());
                })
            .subscribe(taken::add);
    try {
      Awaitility.await().until(() -> taken.size() == 1);
      for (var next : List.of(validated, accepted)) {
        order.set(Optional.of(next));
        watch.get().changed();
      }
      outbox.letGo();

      Awaitility.await().until(() -> taken.contains(Optional.of(accepted)));
      assertThat(taken).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(3);
    } finally {
      subscription.dispose();
    }
  }

  @Test
  void whatDidNotChangeIsNotSentAgain() {
    var watch = new AtomicReference<Watch>();
    var subscription =
        Flux.<Optional<OrderDetails>>create(
                sink -> {
                  var outbox = new Held();
                  outbox.letGo();
                  watch.set(new Watch(order::get, Instant.now().plusSeconds(60), outbox, sink));
                  Thread.startVirtualThread(watch.get());
                })
            .subscribe(taken::add);
    try {
      Awaitility.await().until(() -> taken.size() == 1);
      watch.get().changed();
      order.set(Optional.empty());
      watch.get().changed();
      Awaitility.await().until(() -> taken.contains(Optional.<OrderDetails>empty()));
      assertThat(taken).containsExactly(Optional.of(submitted), Optional.empty());
    } finally {
      subscription.dispose();
    }
  }

  @Test
  void itEndsWithTheToken() {
    var end = new AtomicReference<Throwable>();
    Flux.<Optional<OrderDetails>>create(
            sink ->
                Thread.startVirtualThread(
                    new Watch(
                        order::get, Instant.now().plus(Duration.ofMillis(50)), new Held(), sink)))
        .subscribe(taken::add, end::set);
    Awaitility.await().until(() -> end.get() instanceof TokenEnded);
  }

  /** Else the web server would wait for it, as long as it may. */
  @Test
  void itEndsWhenTheNodeStops() {
    var watches = new Watches(new SimpleMeterRegistry());
    watches.start();
    var isOver = new AtomicBoolean();
    Flux.<Optional<OrderDetails>>create(
            sink -> {
              var outbox = new Held();
              outbox.letGo();
              var watch = new Watch(order::get, Instant.now().plusSeconds(600), outbox, sink);
              watches.add("SO-1", watch);
              Thread.startVirtualThread(watch);
            })
        .subscribe(taken::add, _ -> {}, () -> isOver.set(true));
    Awaitility.await().until(() -> taken.size() == 1);
    assertThat(isOver).isFalse();

    watches.stop();

    assertThat(isOver).isTrue();
    assertThat(watches.isRunning()).isFalse();
  }
}
