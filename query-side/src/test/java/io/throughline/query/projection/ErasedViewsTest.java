package io.throughline.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.CustomerEvent.ErasureBegan;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.format.EventFormat;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.privacy.DataKey;
import io.throughline.kernel.privacy.Erased;
import io.throughline.kernel.privacy.PersonalDataKeys;
import io.throughline.query.History;
import io.throughline.query.customerprofile.CustomerProfileProjection;
import io.throughline.query.exceptions.ExceptionsProjection;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.orderlist.OrderListProjection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After an erasure, a view that was blanked and one that is folded anew are the same. */
class ErasedViewsTest {
  private static final CustomerId ACME = new CustomerId("ACME");

  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());

  @AfterEach
  void close() {
    client.close();
    server.shutdownNow();
  }

  static Stream<Projection<?>> projections() {
    return Stream.of(
        new OrderDetailsProjection(),
        new OrderListProjection(),
        new ExceptionsProjection(),
        new CustomerProfileProjection());
  }

  private static List<Event> before() {
    var acme = History.of("SO-1", "ACME");
    var events = new ArrayList<Event>();
    events.add(acme.registered("Marker Works"));
    events.addAll(acme.whole());
    events.add(4, acme.parked(1, Cause.PRODUCT_DISCONTINUED));
    events.add(History.of("SO-2", "ACME").submitted());
    events.add(History.of("SO-2", "ACME").parked(1, Cause.ERP_REFUSED));
    events.add(History.of("SO-9", "OTHER").registered("Other Works"));
    events.addAll(History.of("SO-9", "OTHER").whole());
    return events;
  }

  private static List<Event> erasure() {
    return List.of(
        new ErasureBegan(ACME, new ApprovalId("a1"), History.AT.plusSeconds(20)),
        new CustomerErased(ACME, History.AT.plusSeconds(30)));
  }

  @ParameterizedTest
  @MethodSource("projections")
  <V> void blankedAndFoldedAnewAreTheSame(Projection<V> projection) {
    var blanked = store(projection);
    new Feed().add(before()).add(erasure()).into(blanked, projection);
    var all = documents(projection);
    client.getDatabase("throughline_" + projection.name()).drop();

    var forgotten = before().stream().map(ErasedViewsTest::afterTheErasure).toList();
    new Feed().add(forgotten).add(erasure()).into(store(projection), projection);

    assertThat(documents(projection)).isNotEmpty().isEqualTo(all);
    var acme = all.stream().filter(it -> it.contains("\"ACME\"")).toList();
    assertThat(acme)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).doesNotContain("Marker", "Mill Lane", "Riverton", "1Z"));
    if (!(projection instanceof OrderListProjection)) { // nothing in a row is personal
      assertThat(acme).anySatisfy(it -> assertThat(it).contains(Erased.TEXT));
    }
    assertThat(all.stream().filter(it -> it.contains("\"OTHER\"")))
        .allSatisfy(it -> assertThat(it).doesNotContain(Erased.TEXT));
  }

  @ParameterizedTest
  @MethodSource("projections")
  <V> void inBatchesOfOneItComesToTheSame(Projection<V> projection) {
    var feed = new Feed().add(before()).add(erasure());
    feed.into(store(projection), projection);
    var atOnce = documents(projection);
    client.getDatabase("throughline_" + projection.name()).drop();

    var store = store(projection);
    for (var i = 0; i < before().size() + erasure().size(); i++) {
      feed.into(store, projection, i, i + 1);
    }

    assertThat(documents(projection)).isEqualTo(atOnce);
  }

  @Test
  void aParkedDocumentIsBlankedAllTheSame() {
    var projection = new OrderDetailsProjection();
    var store = store(projection);
    new Feed().add(History.of("SO-1", "ACME").submitted()).into(store, projection);
    store
        .live()
        .deadLetters()
        .park(new DeadLetter("SO-1", 0, "ACME", 1, Map.of(), new byte[0], "It cannot be folded."));

    new Feed().add(History.of("SO-8", "OTHER").submitted()).add(erasure()).into(store, projection);

    assertThat(store.get("SO-1").orElseThrow().shipTo().street()).isEqualTo(Erased.TEXT);
    assertThat(store.live().deadLetters().of("SO-1")).hasSize(2);
  }

  @Test
  void withoutTheKeyServiceNothingIsFoldedAndNothingIsParked() {
    var projection = new OrderDetailsProjection();
    var store = store(projection);
    var sealed = new EventFormat(new Keys(true)).write(History.of("SO-1", "ACME").submitted());
    var silent =
        new EventFormat(
            new PersonalDataKeys() {
              @Override
              public Optional<DataKey> toSeal(String owner, String wireName) {
                return Optional.empty();
              }

              @Override
              public Optional<DataKey> toOpen(String keyId) {
                throw new IllegalStateException("Nobody answers.");
              }
            });
    var headers =
        Map.of(
            "ce_id", "e1",
            "ce_type", "order.submitted.v1",
            "ce_subject", "SO-1",
            "ce_aggregatetype", "order",
            "ce_sequence", "0",
            "ce_globalindex", "1",
            "ce_time", "2026-01-01T00:00:00Z",
            "ce_recordedtime", "2026-01-01T00:00:00Z");
    var generation = store.live();
    var published = List.of(new Published(0, "ACME", headers, sealed));

    assertThatThrownBy(() -> folding(generation, silent).apply(published))
        .isInstanceOf(IllegalStateException.class);

    assertThat(generation.deadLetters().count()).isZero();
    assertThat(store.get("SO-1")).isEmpty();
    var folding = folding(generation, new EventFormat(new Keys(true)));
    folding.apply(published);
    folding.flush();
    assertThat(store.get("SO-1").orElseThrow().shipTo().street()).isEqualTo("1 Mill Lane");
  }

  private <V> ViewStore<V> store(Projection<V> projection) {
    return new ViewStore<>(client, projection);
  }

  private static Folding<OrderDetails> folding(
      Generation<OrderDetails> generation, EventFormat format) {
    return new Folding<>(
        new OrderDetailsProjection(), generation, format, Map.of(), Long.MAX_VALUE);
  }

  private List<String> documents(Projection<?> projection) {
    var found = new ArrayList<String>();
    var database = client.getDatabase("throughline_" + projection.name());
    var views =
        database.listCollectionNames().into(new ArrayList<>()).stream()
            .filter(it -> it.startsWith(Generation.VIEWS))
            .findFirst()
            .orElseThrow();
    for (var document :
        database.getCollection(views).find().sort(new org.bson.Document("_id", 1))) {
      found.add(document.toJson());
    }
    return found;
  }

  /** As the event is read once ACME's key is gone. */
  private static Event afterTheErasure(Event event) {
    var with = new EventFormat(new Keys(true));
    var without = new EventFormat(new Keys(false));
    return without.read(with.wireName(event), with.write(event));
  }

  /** One key for each customer, ACME's only on demand. */
  private record Keys(boolean withAcme) implements PersonalDataKeys {
    @Override
    public Optional<DataKey> toSeal(String owner, String wireName) {
      return Optional.of(key(owner));
    }

    @Override
    public Optional<DataKey> toOpen(String keyId) {
      return withAcme || !keyId.equals("ACME") ? Optional.of(key(keyId)) : Optional.empty();
    }

    private static DataKey key(String owner) {
      return new DataKey(owner, new byte[DataKey.LENGTH]);
    }
  }
}
