package io.throughline.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.approval.Subject;
import io.throughline.kernel.approval.Subject.EvictDeadLetter;
import io.throughline.kernel.approval.Subject.PatchDeadLetter;
import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.OrderValidated;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.format.EventFormat;
import io.throughline.query.History;
import io.throughline.query.OrderState;
import io.throughline.query.customerprofile.CustomerProfileProjection;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoldingTest {
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
  private static final CustomerId ACME = new CustomerId("ACME");

  private final Moody projection = new Moody();
  private ViewStore<OrderDetails> store;
  private Generation<OrderDetails> live;
  private Retrying<OrderDetails> retrying;

  /** Folds as the real one does, but for whatever it is told to stumble over. */
  private static final class Moody implements Projection<OrderDetails> {
    private final OrderDetailsProjection real = new OrderDetailsProjection();
    private boolean stumbles;
    private boolean stumblesAtTwo;
    private boolean tellsBoth;

    @Override
    public String name() {
      return real.name();
    }

    @Override
    public Class<OrderDetails> viewType() {
      return real.viewType();
    }

    @Override
    public Set<String> keysOf(Event event) {
      return tellsBoth && isValidated(event, "SO-1") ? Set.of("SO-1", "SO-2") : real.keysOf(event);
    }

    @Override
    public boolean keepsOrdersApart() {
      return real.keepsOrdersApart();
    }

    @Override
    public CustomerId customerOf(OrderDetails view) {
      return real.customerOf(view);
    }

    @Override
    public OrderDetails evolve(@Nullable OrderDetails view, Event event) {
      if ((stumbles && isValidated(event, "SO-1"))
          || (stumblesAtTwo && isValidated(event, "SO-2"))) {
        throw new IllegalStateException("It cannot be folded.");
      }
      return real.evolve(view, event);
    }

    private static boolean isValidated(Event event, String order) {
      return event instanceof OrderValidated validated && validated.orderId().value().equals(order);
    }
  }

  @BeforeEach
  void open() {
    store = new ViewStore<>(client, projection);
    live = store.live();
    retrying = new Retrying<>(projection, live, new EventFormat());
  }

  @AfterEach
  void close() {
    client.close();
    server.shutdownNow();
  }

  @Test
  void redeliveryOfAnyPartChangesNothing() {
    var feed = new Feed().add(History.of("SO-1", "ACME").whole());
    feed.into(store, projection);
    var once = store.get("SO-1").orElseThrow();

    feed.into(store, projection, 3, 11);
    feed.into(store, projection, 0, 6);
    feed.into(store, projection);

    assertThat(store.get("SO-1")).contains(once);
  }

  @Test
  void batchesOfAnySizeGiveTheSame() {
    var feed = new Feed().add(History.of("SO-1", "ACME").whole());
    feed.into(store, projection);
    var atOnce = store.get("SO-1").orElseThrow();
    client.getDatabase("throughline_orderdetails").drop();

    for (var i = 0; i < 11; i++) {
      feed.into(store, projection, i, i + 1);
    }

    assertThat(store.get("SO-1")).contains(atOnce);
  }

  @Test
  void aRetriedEventThatIsAboutTwoDoesNotPassTheOthersEarlierOne() {
    projection.stumbles = true;
    projection.stumblesAtTwo = true;
    projection.tellsBoth = true;
    var feed = new Feed();
    feed.add(History.of("SO-2", "ACME").whole());
    feed.add(History.of("SO-1", "ACME").whole());
    feed.into(store, projection);
    var poisoned = live.deadLetters().of("SO-2").getFirst();
    assertThat(poisoned.reason()).isEqualTo("It cannot be folded.");
    projection.stumbles = false;

    assertThat(retrying.retry("SO-1")).isTrue();

    assertThat(store.get("SO-2").orElseThrow().state()).isEqualTo(OrderState.SUBMITTED);
    assertThat(live.deadLetters().of("SO-2").getFirst().reason()).isEqualTo(poisoned.reason());
    assertThat(live.deadLetters().parked()).containsOnlyKeys("SO-2");
  }

  @Test
  void aPoisonedOrderIsParkedAloneAndInOrderAndRetried() {
    projection.stumbles = true;
    var feed = new Feed();
    var one = History.of("SO-1", "ACME").whole();
    var two = History.of("SO-2", "ACME").whole();
    for (var i = 0; i < one.size(); i++) {
      feed.add(one.get(i)).add(two.get(i));
    }

    feed.into(store, projection);

    assertThat(store.get("SO-2").orElseThrow().state()).isEqualTo(OrderState.COMPLETED);
    assertThat(store.get("SO-1").orElseThrow().state()).isEqualTo(OrderState.SUBMITTED);
    assertThat(live.deadLetters().of("SO-1"))
        .extracting(DeadLetter::globalIndex)
        .isSorted()
        .hasSize(9);

    assertThat(retrying.retry("SO-1")).isFalse();
    projection.stumbles = false;
    assertThat(retrying.retry("SO-1")).isTrue();
    assertThat(store.get("SO-1").orElseThrow().state()).isEqualTo(OrderState.COMPLETED);
    assertThat(live.deadLetters().count()).isZero();
  }

  @Test
  void aParkedEventThatTwoPeopleEvictIsPassedOverAndWhatWaitedBehindItIsFolded() {
    projection.stumbles = true;
    new Feed().add(History.of("SO-1", "ACME").whole()).into(store, projection);
    var poisoned = live.deadLetters().of("SO-1").getFirst().globalIndex();
    assertThat(slice().deadLetters(1))
        .containsExactly(
            new ParkedEvent(
                "slice-orderdetails",
                poisoned,
                "SO-1",
                "fulfilment.order-validated.v1",
                "It cannot be folded."));

    retrying.settle(granted(new EvictDeadLetter(ACME, "slice-orderlist", poisoned)));
    assertThat(live.deadLetters().count()).isEqualTo(9);
    retrying.settle(granted(new EvictDeadLetter(ACME, "slice-orderdetails", poisoned)));

    assertThat(live.deadLetters().count()).isZero();
    assertThat(store.get("SO-1").orElseThrow().state()).isEqualTo(OrderState.COMPLETED);
  }

  @Test
  void aParkedEventThatTwoPeoplePatchIsFoldedAsTheyAgreed() {
    new Feed()
        .add(History.of("SO-1", "ACME").submitted())
        .addBroken(History.of("SO-9", "ACME").submitted())
        .into(store, projection);
    var payload =
        new String(
            new EventFormat().write(History.of("SO-9", "ACME").submitted()),
            StandardCharsets.UTF_8);

    retrying.settle(granted(new PatchDeadLetter(ACME, "slice-orderdetails", 2, "{}")));
    assertThat(live.deadLetters().count()).isEqualTo(1);
    retrying.settle(granted(new PatchDeadLetter(ACME, "slice-orderdetails", 2, payload)));

    assertThat(live.deadLetters().count()).isZero();
    assertThat(store.get("SO-9").orElseThrow().state()).isEqualTo(OrderState.SUBMITTED);
  }

  private static List<RecordedEvent> granted(Subject subject) {
    var granted = new ApprovalGranted(new ApprovalId("a-1"), subject, "So it is", "u2", History.AT);
    return List.of(new RecordedEvent(99, "approval", "a-1", 1, "e", granted, Map.of(), History.AT));
  }

  @Test
  void whatNobodyCanReadStopsItsOrderAndNoOther() {
    var whole = History.of("SO-9", "ACME").whole();
    var feed = new Feed().add(whole.subList(0, 3)).addBroken(whole.get(3));
    feed.add(whole.subList(4, whole.size())).add(History.of("SO-1", "ACME").whole());

    feed.into(live, projection);

    assertThat(store.get("SO-1").orElseThrow().state()).isEqualTo(OrderState.COMPLETED);
    assertThat(store.get("SO-9").orElseThrow().state()).isNotEqualTo(OrderState.COMPLETED);
    assertThat(live.deadLetters().parked()).containsExactly(Map.entry("order/SO-9", 4L));
    assertThat(live.deadLetters().of("order/SO-9")).hasSize(whole.size() - 3);
    var before = store.get("SO-9");
    feed.into(live, projection);
    assertThat(store.get("SO-9")).isEqualTo(before);
  }

  @Test
  void whatNobodyCanReadStopsItsCustomerWhereDocumentsAreAboutCustomers() {
    var customers = new CustomerProfileProjection();
    var profiles = new ViewStore<>(client, customers).live();
    new Feed()
        .add(History.of("SO-1", "ACME").registered("Acme Works"))
        .addBroken(History.of("SO-1", "ACME").submitted())
        .add(History.of("SO-2", "ACME").submitted())
        .add(History.of("SO-3", "OTHER").submitted())
        .into(profiles, customers);

    assertThat(profiles.get("ACME").orElseThrow().openOrders()).isEmpty();
    assertThat(profiles.get("OTHER").orElseThrow().openOrders()).hasSize(1);
    assertThat(profiles.deadLetters().parked()).containsOnlyKeys("customer/ACME");
  }

  @Test
  void onceItCanBeReadWhatWaitedBehindItIsFolded() {
    var whole = History.of("SO-9", "ACME").whole();
    new Feed()
        .addBroken(whole.getFirst())
        .add(whole.subList(1, whole.size()))
        .into(live, projection);
    var payload = new String(new EventFormat().write(whole.getFirst()), StandardCharsets.UTF_8);

    retrying.settle(granted(new PatchDeadLetter(ACME, "slice-orderdetails", 1, payload)));

    assertThat(store.get("SO-9").orElseThrow().state()).isEqualTo(OrderState.COMPLETED);
    assertThat(live.deadLetters().count()).isZero();
  }

  @Test
  void aNodeThatLostItsPartitionDoesNotPutAnOlderDocumentOverANewerOne() {
    var feed = new Feed().add(History.of("SO-1", "ACME").whole());
    feed.into(live, projection, 0, 2);
    var slow = feed.folding(live, projection);
    slow.apply(feed.published(2, 4));
    feed.into(live, projection, 2, feed.size());

    assertThatThrownBy(slow::flush).isInstanceOf(Overtaken.class);

    assertThat(store.get("SO-1").orElseThrow().state()).isEqualTo(OrderState.COMPLETED);
  }

  @Test
  void norDoesItBeginOneThatIsThereByNow() {
    var feed = new Feed().add(History.of("SO-1", "ACME").whole());
    var slow = feed.folding(live, projection);
    slow.apply(feed.published(0, 2));
    feed.into(live, projection);

    assertThatThrownBy(slow::flush).isInstanceOf(Overtaken.class);

    assertThat(store.get("SO-1").orElseThrow().state()).isEqualTo(OrderState.COMPLETED);
  }

  @Test
  void afterACrashThatKeptWhatWasParkedAloneWhatCameBeforeItIsFoldedAllTheSame() {
    var feed = new Feed().add(History.of("SO-1", "ACME").whole());
    live.deadLetters().park(DeadLetter.of("SO-1", feed.published(3, 4).getFirst(), "It was."));

    feed.into(live, projection);

    assertThat(store.get("SO-1").orElseThrow().state()).isNotEqualTo(OrderState.COMPLETED);
    assertThat(live.deadLetters().of("SO-1").getFirst().reason()).isEqualTo("It was.");
    assertThat(retrying.retry("SO-1")).isTrue();
    assertThat(store.get("SO-1").orElseThrow().state()).isEqualTo(OrderState.COMPLETED);
  }

  @Test
  void documentsThatStayInMemoryForAWhileComeToTheSame() {
    var feed = new Feed();
    for (var i = 0; i < 30; i++) {
      feed.add(History.of("SO-" + i, "ACME").whole());
    }
    feed.into(live, projection);
    var beside = store.generation("beside");
    var folding =
        new Folding<>(projection, beside, new EventFormat(), Map.of(), 20_000); // a few at most
    for (var i = 0; i < feed.size(); i += 7) {
      folding.apply(feed.published(i, Math.min(feed.size(), i + 7)));
    }
    folding.flush();

    var difference = compared(beside);

    assertThat(difference.differing()).isZero();
    assertThat(difference.live()).isEqualTo(30);
    assertThat(difference.rebuiltHash()).isEqualTo(difference.liveHash());
  }

  @Test
  void aComparisonFindsWhatIsMissingTooMuchOrOther() {
    new Feed()
        .add(History.of("SO-1", "ACME").whole())
        .add(History.of("SO-2", "ACME").whole())
        .add(History.of("SO-3", "ACME").submitted())
        .into(live, projection);
    var beside = store.generation("beside");
    new Feed()
        .add(History.of("SO-1", "ACME").whole())
        .add(History.of("SO-2", "OTHER").whole())
        .add(History.of("SO-4", "ACME").submitted())
        .into(beside, projection);

    var difference = compared(beside);

    assertThat(difference.examples()).containsExactly("SO-2", "SO-3", "SO-4");
    assertThat(difference.rebuiltHash()).isNotEqualTo(difference.liveHash());
  }

  private Difference compared(Generation<OrderDetails> beside) {
    try {
      return new Comparison<>(live, beside, store.format(), () -> {}, () -> {}).run();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Slice<OrderDetails> slice() {
    return new Slice<>(
        projection,
        store,
        new KafkaAccess(Map.of()),
        new EventFormat(),
        new SimpleMeterRegistry(),
        Duration.ofDays(1));
  }
}
