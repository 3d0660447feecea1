package io.throughline.bench.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.throughline.bench.harness.Child;
import io.throughline.bench.trial.Trial;
import io.throughline.kernel.format.EventFormat;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.projection.ReplayState;
import io.throughline.query.projection.ReplayStatus;
import io.throughline.query.projection.Slices;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Kills nodes in the middle of rebuilds while events go on and views are read: every read finds
 * each order, as it was after some of its events and never further back than it was seen before,
 * and the end is what a fold of all events gives.
 */
public final class RebuildTrial implements Trial {
  private static final int ORDERS = 400;
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** One rebuild of so many is let come to its end before the node is killed. */
  private static final int LET_FINISH = 5;

  /** Between two reads of a reader: the node shall have some of the processors. */
  private static final Duration BREATH = Duration.ofMillis(1);

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public String description() {
    return "Nodes are killed while they fold a view anew and it is read";
  }

  @Override
  public int usualCount() {
    return 100;
  }

  @Override
  public Map<String, Object> run(Terms terms) throws Exception {
    terms.progress().accept("Starting Kafka and the store");
    try (var servers = Servers.start(1000);
        var topic = new EventTopic(servers.bootstrapServers());
        var mongo = MongoClients.create(servers.mongoUri())) {
      return new Run(terms, servers, topic, mongo).run();
    }
  }

  private static final class Run {
    private final Terms terms;
    private final Servers servers;
    private final EventTopic topic;
    private final OrderDetailsProjection projection = new OrderDetailsProjection();
    private final Slices slices;
    private final Random random;

    /** Each order after each of its events; an order is known once all readers may expect it. */
    private final List<List<OrderDetails>> histories = new ArrayList<>();

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger backwards = new AtomicInteger();
    private final AtomicBoolean reading = new AtomicBoolean(true);
    private final Set<String> switched = new HashSet<>();
    private int differing;

    Run(Terms terms, Servers servers, EventTopic topic, MongoClient mongo) {
      this.terms = terms;
      this.servers = servers;
      this.topic = topic;
      this.random = new Random(terms.seed());
      // it is never started: this one only reads, and asks for rebuilds
      this.slices =
          Slices.of(
              List.of(projection),
              mongo,
              Map.of("bootstrap.servers", servers.bootstrapServers()),
              new EventFormat(),
              new SimpleMeterRegistry());
    }

    Map<String, Object> run() throws Exception {
      for (var i = 0; i < ORDERS; i++) {
        histories.add(new ArrayList<>());
        for (var event = 0; event < 4; event++) {
          happen(i);
        }
      }
      topic.flush();
      var node = node();
      await("the first fold", this::isCaughtUp);
      var readers = List.of(reader(1), reader(2));
      for (var kill = 0; kill < terms.count(); kill++) {
        terms
            .progress()
            .accept(
                "kill %,d of %,d, %,d rebuilds done, %,d reads"
                    .formatted(kill + 1, terms.count(), switched.size(), reads.get()));
        note(slices.replay(projection.name(), "trial", null));
        for (var i = 0; i < 50; i++) {
          happen(random.nextInt(ORDERS));
        }
        topic.flush();
        if (kill % LET_FINISH == 0) {
          await("a rebuild", this::isSwitched);
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(4_000));
        slices.replay(projection.name()).ifPresent(this::note);
        node.kill();
        node = node();
      }
      slices.replay(projection.name(), "trial", null);
      await("the last rebuild", this::isSwitched);
      await("the last events", this::isCaughtUp);
      reading.set(false);
      for (var reader : readers) {
        reader.join();
      }
      node.close();
      return seen();
    }

    private void happen(int order) {
      var history = histories.get(order);
      var story = new OrderStory(order);
      var event =
          history.size() < 4
              ? story.event(history.size())
              : story.delayed(history.size(), Instant.EPOCH.plusSeconds(history.size()));
      @Nullable OrderDetails before;
      synchronized (history) {
        before = history.isEmpty() ? null : history.getLast();
        history.add(projection.evolve(before, event, topic.nextId()));
      }
      topic.add(event);
    }

    private Child node() throws IOException {
      return Child.start(
          NodeProgram.class, _ -> {}, servers.mongoUri(), servers.bootstrapServers());
    }

    private boolean isCaughtUp() {
      return slices.of(projection).eventsRead() >= topic.size();
    }

    private boolean isSwitched() {
      var replay = slices.replay(projection.name());
      replay.ifPresent(this::note);
      return replay
          .map(it -> it.state() != ReplayState.BUILDING && it.state() != ReplayState.COMPARING)
          .orElse(false);
    }

    private void note(ReplayStatus replay) {
      switch (replay.state()) {
        case SWITCHED -> switched.add(replay.generation());
        case DIFFERS -> {
          differing++;
          slices.abandonReplay(projection.name());
        }
        case BUILDING, COMPARING, ABANDONED, ROLLED_BACK -> {}
      }
    }

    private void await(String what, BooleanSupplier reached) throws InterruptedException {
      var until = System.nanoTime() + LONGEST.toNanos();
      while (!reached.getAsBoolean()) {
        if (System.nanoTime() > until) {
          throw new IllegalStateException(what + " did not come within " + LONGEST + ".");
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }

    private Thread reader(int seed) {
      return Thread.ofPlatform()
          .start(
              () -> {
                var chance = new Random(seed);
                var furthest = new HashMap<Integer, Integer>();
                while (reading.get()) {
                  try {
                    if (chance.nextInt(20) == 0) {
                      list(furthest);
                    } else {
                      one(chance.nextInt(ORDERS), furthest);
                    }
                  } catch (RuntimeException e) {
                    failed.incrementAndGet();
                  }
                  LockSupport.parkNanos(BREATH.toNanos());
                }
              });
    }

    private void one(int order, Map<Integer, Integer> furthest) {
      check(order, slices.of(projection).get("B-" + order).orElse(null), furthest);
    }

    /** All of them at once: none is missing or there twice, whatever is switched meanwhile. */
    private void list(Map<Integer, Integer> furthest) {
      var all =
          slices.of(projection).atOnce().find(Filters.empty(), Sorts.ascending("_id"), 10 * ORDERS);
      if (all.size() != ORDERS) {
        failed.incrementAndGet();
      }
      for (var it : all) {
        check(Integer.parseInt(it.orderId().value().substring(2)), it, furthest);
      }
    }

    private void check(int order, @Nullable OrderDetails read, Map<Integer, Integer> furthest) {
      reads.incrementAndGet();
      var history = histories.get(order);
      int at;
      synchronized (history) {
        at = read == null ? -1 : history.lastIndexOf(read);
      }
      if (at < 0) {
        failed.incrementAndGet();
      } else if (at < furthest.getOrDefault(order, 0)) {
        backwards.incrementAndGet();
      } else {
        furthest.put(order, at);
      }
    }

    private Map<String, Object> seen() {
      var wrong = 0;
      for (var i = 0; i < ORDERS; i++) {
        var view = slices.of(projection).get("B-" + i).orElse(null);
        if (!histories.get(i).getLast().equals(view)) {
          wrong++;
        }
      }
      var seen = new LinkedHashMap<String, Object>();
      seen.put("kills", terms.count());
      seen.put("rebuilds that went live", switched.size());
      seen.put("events", topic.size());
      seen.put("views read", reads.get());
      seen.put("reads that failed or were mixed", failed.get());
      seen.put("reads that went back in time", backwards.get());
      seen.put("rebuilds that differed", differing);
      seen.put("views that are wrong at the end", wrong);
      seen.put(BROKEN, failed.get() + backwards.get() + differing + wrong);
      return seen;
    }
  }
}
