package io.throughline.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.throughline.query.History;
import io.throughline.query.orderlist.OrderListProjection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The store in memory finds a document by an index only if the filter names the index's fields. */
class ConditionalWriteTest {
  private final List<Set<String>> filters = new CopyOnWriteArrayList<>();

  @Test
  void aDocumentIsReplacedByAFilterThatNamesTheFieldsOfAUniqueIndex() {
    var server = new MongoServer(new MemoryBackend());
    var settings =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(server.bindAndGetConnectionString()))
            .addCommandListener(new Filters())
            .build();
    var projection = new OrderListProjection();
    var feed = new Feed().add(History.of("SO-1", "C-1").whole());
    try (var client = MongoClients.create(settings)) {
      var store = Stores.of(client, projection);
      feed.into(store, projection, 0, 3);
      feed.into(store, projection, 3, feed.size());
    } finally {
      server.shutdownNow();
    }

    assertThat(filters).isNotEmpty();
    assertThat(filters)
        .allSatisfy(it -> assertThat(it).containsExactlyInAnyOrder("_id", "globalIndex"));
  }

  /** Keeps the fields by which views are replaced; the bytes are gone when they are sent. */
  private final class Filters implements CommandListener {
    @Override
    public void commandStarted(CommandStartedEvent event) {
      if (event.getCommandName().equals("update")
          && event.getCommand().getString("update").getValue().startsWith(Generation.VIEWS)) {
        event
            .getCommand()
            .getArray("updates")
            .forEach(it -> filters.add(Set.copyOf(it.asDocument().getDocument("q").keySet())));
      }
    }
  }
}
