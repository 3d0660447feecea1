package io.throughline.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
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
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BatchTest {
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
  private static final CustomerId ACME = new CustomerId("ACME");

  private final Moody projection = new Moody();
  private ViewStore<OrderDetails> store;

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
    store = new ViewStore<>(client, projection, JsonMapper.builder().build());
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
    var poisoned = store.deadLetters("SO-2").getFirst();
    assertThat(poisoned.reason()).isEqualTo("It cannot be folded.");
    projection.stumbles = false;

    assertThat(slice().retry("SO-1")).isTrue();

    assertThat(store.get("SO-2").orElseThrow().state()).isEqualTo(OrderState.SUBMITTED);
    assertThat(store.deadLetters("SO-2").getFirst().reason()).isEqualTo(poisoned.reason());
    assertThat(store.parkedKeys()).containsExactly("SO-2");
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
    assertThat(store.deadLetters("SO-1")).extracting(DeadLetter::globalIndex).isSorted().hasSize(9);

    var slice = slice();
    assertThat(slice.retry("SO-1")).isFalse();
    projection.stumbles = false;
    assertThat(slice.retry("SO-1")).isTrue();
    assertThat(store.get("SO-1").orElseThrow().state()).isEqualTo(OrderState.COMPLETED);
    assertThat(store.deadLetterCount()).isZero();
  }

  @Test
  void aParkedEventThatTwoPeopleEvictIsPassedOverAndWhatWaitedBehindItIsFolded() {
    projection.stumbles = true;
    new Feed().add(History.of("SO-1", "ACME").whole()).into(store, projection);
    var poisoned = store.deadLetters("SO-1").getFirst().globalIndex();
    assertThat(slice().deadLetters(1))
        .containsExactly(
            new ParkedEvent(
                "slice-orderdetails",
                poisoned,
                "SO-1",
                "fulfilment.order-validated.v1",
                "It cannot be folded."));

    slice().settle(granted(new EvictDeadLetter(ACME, "slice-orderlist", poisoned)));
    assertThat(store.deadLetterCount()).isEqualTo(9);
    slice().settle(granted(new EvictDeadLetter(ACME, "slice-orderdetails", poisoned)));

    assertThat(store.deadLetterCount()).isZero();
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

    slice().settle(granted(new PatchDeadLetter(ACME, "slice-orderdetails", 2, "{}")));
    assertThat(store.deadLetterCount()).isEqualTo(1);
    slice().settle(granted(new PatchDeadLetter(ACME, "slice-orderdetails", 2, payload)));

    assertThat(store.deadLetterCount()).isZero();
    assertThat(store.get("SO-9").orElseThrow().state()).isEqualTo(OrderState.SUBMITTED);
  }

  private static List<RecordedEvent> granted(Subject subject) {
    var granted = new ApprovalGranted(new ApprovalId("a-1"), subject, "So it is", "u2", History.AT);
    return List.of(new RecordedEvent(99, "approval", "a-1", 1, "e", granted, Map.of(), History.AT));
  }

  @Test
  void whatNobodyCanReadIsParkedUnderItsCustomer() {
    new Feed()
        .add(History.of("SO-1", "ACME").submitted())
        .addBroken(History.of("SO-9", "OTHER").submitted())
        .into(store, projection);

    assertThat(store.count(Filters.empty())).isEqualTo(1);
    assertThat(store.parkedKeys()).containsExactly("OTHER");
  }

  private Slice<OrderDetails> slice() {
    return new Slice<>(projection, store, Map.of(), new EventFormat(), new SimpleMeterRegistry());
  }
}
