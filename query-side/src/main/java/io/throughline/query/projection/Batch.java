package io.throughline.query.projection;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.MetadataKeys;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.format.CloudEvents;
import io.throughline.kernel.format.EventFormat;
import io.throughline.kernel.format.UnreadableEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds one batch of published events, in memory.
 *
 * @param <V> the view
 */
final class Batch<V> {
  private static final Logger log = LoggerFactory.getLogger(Batch.class);

  /**
   * An event as it was read from Kafka.
   *
   * @param partitionKey the record's key, a customer's id
   */
  record Published(String partitionKey, Map<String, String> headers, byte[] value) {}

  private record Readable(Published published, RecordedEvent event, Set<String> keys) {}

  private final Projection<V> projection;
  private final ViewStore<V> store;
  private final EventFormat format;
  private final Set<String> parked;

  private final Map<String, Document<V>> documents = new HashMap<>();
  private final Set<String> changed = new HashSet<>();
  private final List<DeadLetter> deadLetters = new ArrayList<>();
  private final List<DeadLetter> waiting = new ArrayList<>();

  /**
   * @param parked the keys that have dead letters; new ones are added
   */
  Batch(Projection<V> projection, ViewStore<V> store, EventFormat format, Set<String> parked) {
    this.projection = projection;
    this.store = store;
    this.format = format;
    this.parked = parked;
  }

  /** Folds and writes; afterwards the position may move on. */
  List<RecordedEvent> apply(List<Published> batch) {
    var readable = new ArrayList<Readable>();
    var wanted = new HashSet<String>();
    var erased = new HashSet<CustomerId>();
    format.prepare(batch.stream().map(Published::value).toList());
    for (var published : batch) {
      try {
        var event = CloudEvents.read(published.headers(), published.value(), format);
        var keys = keysOf(event);
        readable.add(new Readable(published, event, keys));
        wanted.addAll(keys);
        if (event.event() instanceof CustomerErased it) {
          erased.add(it.customerId());
        }
      } catch (UnreadableEvent | LeadsNowhere | NumberFormatException e) {
        park(published.partitionKey(), published, e);
      }
    }
    if (!wanted.isEmpty()) {
      documents.putAll(store.find(wanted));
    }
    if (!erased.isEmpty()) {
      documents.putAll(store.findOf(erased));
    }
    readable.forEach(this::fold);
    deadLetters.forEach(store::park);
    waiting.forEach(store::parkBehind);
    store.write(changed.stream().map(documents::get).toList());
    erased.forEach(format::forget);
    return readable.stream().map(Readable::event).toList();
  }

  /** An event that lacks what leads to its documents is as unreadable as one of broken bytes. */
  private Set<String> keysOf(RecordedEvent event) {
    try {
      return projection.keysOf(event.event());
    } catch (RuntimeException e) {
      throw new LeadsNowhere(e);
    }
  }

  private void fold(Readable it) {
    for (var key :
        it.event().event() instanceof CustomerErased erased ? keys(it, erased) : it.keys()) {
      var document = documents.getOrDefault(key, Document.none(key));
      if (parked.contains(key)) {
        waiting.add(letter(key, it.published(), "It waits behind an earlier event."));
        blankThoughParked(it, document);
      } else if (it.event().globalIndex() > document.globalIndex()) {
        fold(it, key, document);
      }
    }
  }

  /** All of the customer's documents, those of this very batch too. */
  private Set<String> keys(Readable it, CustomerErased erased) {
    var keys = new HashSet<>(it.keys());
    documents
        .values()
        .forEach(
            document -> {
              if (isOf(document, erased.customerId())) {
                keys.add(document.key());
              }
            });
    return keys;
  }

  private boolean isOf(Document<V> document, CustomerId customer) {
    @Nullable V view = document.view();
    return view != null && projection.customerOf(view).equals(customer);
  }

  /** An erasure does not wait until somebody has mended what stopped the document. */
  private void blankThoughParked(Readable it, Document<V> document) {
    @Nullable V view = document.view();
    if (view != null && it.event().event() instanceof CustomerErased erased) {
      var blanked = projection.evolve(view, erased);
      documents.put(
          document.key(),
          new Document<>(document.key(), blanked, document.globalIndex(), document.trace()));
      changed.add(document.key());
    }
  }

  private void fold(Readable it, String key, Document<V> document) {
    try {
      var view = projection.evolve(document.view(), it.event().event());
      var trace = it.event().metadata().getOrDefault(MetadataKeys.TRACE, "");
      documents.put(key, new Document<>(key, view, it.event().globalIndex(), trace));
      changed.add(key);
    } catch (RuntimeException e) {
      park(key, it.published(), e);
    }
  }

  private void park(String key, Published published, RuntimeException why) {
    log.error(
        "Slice {}: event {} cannot be folded into {}; it is parked until somebody retries it",
        projection.name(),
        published.headers().get(CloudEvents.GLOBAL_INDEX),
        key,
        why);
    parked.add(key);
    deadLetters.add(letter(key, published, String.valueOf(why.getMessage())));
  }

  private static DeadLetter letter(String key, Published published, String reason) {
    var index = published.headers().getOrDefault(CloudEvents.GLOBAL_INDEX, "0");
    return new DeadLetter(
        key, Long.parseLong(index), published.headers(), published.value(), reason);
  }

  /** An event that was read, and does not say which documents it is about. */
  private static final class LeadsNowhere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeadsNowhere(RuntimeException why) {
      super("It leads to no document.", why, false, false);
    }
  }
}
