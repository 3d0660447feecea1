package io.throughline.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.format.EventFormat;
import io.throughline.kernel.privacy.DataKey;
import io.throughline.kernel.privacy.Erased;
import io.throughline.kernel.privacy.PersonalDataKeys;
import io.throughline.query.History;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.platform.AsOf;
import io.throughline.query.projection.Feed;
import io.throughline.query.projection.Stores;
import io.throughline.query.projection.ViewStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The slice over a MongoDB-protocol server, with personal data sealed as it comes. */
class HistorySliceTest {
  private static final OrderId ORDER = new OrderId("SO-1");

  private final Keys keys = new Keys();
  private final EventFormat format = new EventFormat(keys);
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
  private final HistoryProjection projection = new HistoryProjection(4);
  private final ViewStore<HistoryPage> store = Stores.of(client, projection);
  private final Histories histories = new Histories(store, format);

  @AfterEach
  void close() {
    client.close();
    server.shutdownNow();
  }

  private static final class Keys implements PersonalDataKeys {
    private final Map<String, DataKey> byOwner = new HashMap<>();

    @Override
    public Optional<DataKey> toSeal(String owner, String wireName) {
      return Optional.of(
          byOwner.computeIfAbsent(owner, it -> new DataKey("key-" + it, new byte[DataKey.LENGTH])));
    }

    @Override
    public Optional<DataKey> toOpen(String keyId) {
      return byOwner.values().stream().filter(key -> key.id().equals(keyId)).findAny();
    }
  }

  private static List<Event> tale() {
    var events = new ArrayList<Event>();
    events.add(History.of("SO-1", "ACME").registered("Marker Works"));
    events.addAll(Tales.kinds("SO-1"));
    return events;
  }

  private String stored() {
    var documents = views().find();
    return StreamSupport.stream(documents.spliterator(), false)
        .map(org.bson.Document::toJson)
        .sorted()
        .toList()
        .toString();
  }

  private MongoCollection<org.bson.Document> views() {
    var database = client.getDatabase("throughline_history");
    return database.listCollectionNames().into(new ArrayList<>()).stream()
        .filter(name -> name.startsWith("views_"))
        .map(database::getCollection)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void personalDataStaysSealedAndIsOpenedForWhoeverReads() {
    new Feed(format).add(tale()).into(store, projection);

    assertThat(stored()).doesNotContain("Mill Lane", "Riverton", "Ann came", "Snow.");
    var order = histories.order(ORDER, AsOf.NOW).orElseThrow();
    assertThat(order.shipTo().street()).isEqualTo("1 Mill Lane");
    assertThat(order.shipments().getFirst().delay()).isEqualTo("Snow.");
  }

  @Test
  void nowIsAsTheDetailsAre() {
    var details = new OrderDetailsProjection();
    var feed = new Feed(format).add(tale());
    feed.into(store, projection);
    var orders = Stores.of(client, details);
    feed.into(orders, details);

    assertThat(histories.order(ORDER, AsOf.NOW)).isEqualTo(orders.get(ORDER.value()));
  }

  @Test
  void onceTheKeyIsGoneEveryPastReadsAsErased() {
    new Feed(format).add(tale()).into(store, projection);
    var early = new AsOf(null, History.AT.plusSeconds(3));
    assertThat(histories.order(ORDER, early).orElseThrow().shipTo().city()).isEqualTo("Riverton");
    keys.byOwner.clear();

    var order = histories.order(ORDER, early).orElseThrow();

    assertThat(order.shipTo().city()).isEqualTo(Erased.TEXT);
    assertThat(JsonMapper.shared().writeValueAsString(order)).doesNotContain("enc:v1", "Riverton");
  }

  @Test
  void anErasedCustomersPastReadsAsErasedEvenWhileAKeyIsStillInMemory() {
    var events = new ArrayList<>(tale());
    events.add(new CustomerErased(new CustomerId("ACME"), History.AT.plusSeconds(30)));
    new Feed(format).add(events).into(store, projection);

    var early = new AsOf(null, History.AT.plusSeconds(3));
    assertThat(histories.order(ORDER, early).orElseThrow().shipTo().city()).isEqualTo(Erased.TEXT);
  }

  @Test
  void whateverIsReadAgainAndInWhateverBatchesNothingIsKeptTwiceOrLost() {
    var feed = new Feed(format).add(tale());
    feed.into(store, projection);
    var atOnce = stored();
    feed.into(store, projection);
    assertThat(stored()).isEqualTo(atOnce);

    views().deleteMany(new org.bson.Document());
    for (var i = 0; i < tale().size(); i++) {
      feed.into(store, projection, Math.max(0, i - 3), i + 1);
    }
    assertThat(stored()).isEqualTo(atOnce);
    var latest = histories.latest(ORDER).orElseThrow();
    assertThat(latest.count()).isEqualTo(tale().size() - 1);
  }

  @Test
  void aPageThatWasWrittenBeforeACrashIsWrittenAgainTheSame() {
    var feed = new Feed(format).add(tale());
    feed.into(store, projection, 0, 5);
    var views = views();
    var byId = new org.bson.Document("_id", ORDER.value());
    var before = Objects.requireNonNull(views.find(byId).first());
    feed.into(store, projection, 5, 9);
    var after = stored();
    views.replaceOne(byId, before); // the crash came between the page and what is without it

    feed.into(store, projection, 5, 9);

    assertThat(stored()).isEqualTo(after);
  }
}
