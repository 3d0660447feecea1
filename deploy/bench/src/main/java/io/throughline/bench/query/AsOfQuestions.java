package io.throughline.bench.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.throughline.bench.harness.Comparison;
import io.throughline.bench.harness.Contender;
import io.throughline.bench.harness.Goal;
import io.throughline.bench.harness.Load;
import io.throughline.bench.harness.Metric;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.format.EventFormat;
import io.throughline.query.history.Histories;
import io.throughline.query.history.HistoryPage;
import io.throughline.query.history.HistoryProjection;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.platform.AsOf;
import io.throughline.query.projection.Slices;
import io.throughline.query.projection.ViewStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How an order stood at a random time of its life: of one with many events, beside folding all of
 * them, and beside the same question about one with few. One caller, without HTTP, so that nothing
 * hides the difference.
 */
final class AsOfQuestions implements AutoCloseable {
  static final String NAME = "as of";
  static final int FEW = 100;
  private static final String FOLD_ALL = "fold all of it";
  private static final String SHORT = "an order of 100 events";
  private static final Metric ANSWER = new Metric("answer", "ms", false);
  private static final Instant BEGUN = Instant.parse("2026-03-31T12:00:00Z");

  private final EventFormat format = new EventFormat();
  private final HistoryProjection projection = new HistoryProjection();
  private final OrderDetailsProjection details = new OrderDetailsProjection();
  private final Random random = new Random(1);
  private final Load load;
  private final int events;
  private final MongoClient mongo;
  private final Slices slices;
  private final Histories histories;
  private final ViewStore<HistoryPage> pages;

  AsOfQuestions(Servers servers, EventTopic topic, int events, Duration round)
      throws InterruptedException {
    this.load = new Load(1, round);
    this.events = events;
    tell(topic, 1, events);
    tell(topic, 2, FEW);
    topic.flush();
    this.mongo = MongoClients.create(servers.mongoUri());
    this.slices =
        Slices.of(
            List.of(projection),
            mongo,
            Map.of("bootstrap.servers", servers.bootstrapServers()),
            format,
            new SimpleMeterRegistry());
    slices.start();
    this.pages = slices.of(projection);
    while (pages.eventsRead() < topic.size()) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
    this.histories = new Histories(slices, projection, format);
  }

  /** An event a second. */
  private static void tell(EventTopic topic, int number, int events) {
    var story = new OrderStory(number);
    for (var i = 0; i < events; i++) {
      topic.add(i < 4 ? story.event(i) : story.delayed(i, BEGUN.plusSeconds(i)));
    }
  }

  Comparison comparison() {
    var whole = new OrderStory(1).order();
    check(whole);
    return new Comparison(
        NAME,
        contender("ours", () -> histories.order(whole, moment(events)).orElseThrow()),
        List.of(
            contender(FOLD_ALL, () -> folded(whole, moment(events))),
            contender(
                SHORT,
                () -> histories.order(new OrderStory(2).order(), moment(FEW)).orElseThrow())),
        List.of(Goal.ratio(ANSWER, FOLD_ALL, 10), Goal.ratio(ANSWER, SHORT, 0.5)));
  }

  /** Both ways must come to the same. */
  private void check(OrderId order) {
    for (var i = 0; i < 5; i++) {
      var asOf = moment(events);
      if (!histories.order(order, asOf).orElseThrow().equals(folded(order, asOf))) {
        throw new IllegalStateException("The order as of " + asOf + " is not the fold of it all.");
      }
    }
  }

  private AsOf moment(int length) {
    return new AsOf(null, BEGUN.plusSeconds(random.nextInt(length)));
  }

  /** Reads the whole history with one look, and folds what counts. */
  private OrderDetails folded(OrderId order, AsOf asOf) {
    var latest = pages.get(order.value()).orElseThrow();
    var keys = new ArrayList<String>();
    for (var i = 0; i < latest.number(); i++) {
      keys.add(HistoryPage.keyOf(order, i));
    }
    var found = pages.get(keys);
    var all = new ArrayList<HistoryPage>();
    keys.forEach(key -> all.add(Objects.requireNonNull(found.get(key))));
    all.add(latest);
    @Nullable OrderDetails state = null;
    for (var page : all) {
      for (var entry : page.entries()) {
        if (asOf.counts(entry.recordedAt(), entry.occurredAt())) {
          var event =
              format.readSealed(entry.wireName(), entry.payload().getBytes(StandardCharsets.UTF_8));
          if (state != null || event instanceof OrderSubmitted) {
            state = details.evolve(state, event, entry.eventId());
          }
        }
      }
    }
    return Objects.requireNonNull(state);
  }

  /** A question and its answer. */
  private interface Question {
    OrderDetails answer();
  }

  private Contender contender(String name, Question question) {
    return new Contender() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Map<Metric, Double> round() throws Exception {
        var outcome = load.run((_, _) -> Objects.requireNonNull(question.answer()));
        return Map.of(ANSWER, 1000 / outcome.perSecond());
      }
    };
  }

  @Override
  public void close() {
    slices.stop();
    mongo.close();
  }
}
