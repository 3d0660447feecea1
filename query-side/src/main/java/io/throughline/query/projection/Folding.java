package io.throughline.query.projection;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.MetadataKeys;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.StoredEvent;
import io.throughline.kernel.format.CloudEvents;
import io.throughline.kernel.format.EventFormat;
import io.throughline.kernel.format.UnreadableEvent;
import io.throughline.query.projection.Projection.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds published events, batch by batch, in memory; {@link #flush} makes it last. What a batch
 * comes to is the same however often parts of it are delivered, and wherever it is cut.
 *
 * @param <V> the view
 */
final class Folding<V> {
  private static final Logger log = LoggerFactory.getLogger(Folding.class);

  /** From so many events on it is worth reading them on all processors. */
  private static final int MANY = 256;

  private sealed interface Read {}

  private record Readable(Published published, RecordedEvent event, Set<String> keys)
      implements Read {
    StoredEvent stored() {
      return CloudEvents.stored(published.headers(), published.value());
    }
  }

  private record Unreadable(Published published, RuntimeException why) implements Read {}

  private final Projection<V> projection;
  private final Generation<V> generation;
  private final EventFormat format;
  private final Documents<V> documents;
  private final Map<String, Long> parked;
  private final List<DeadLetter> deadLetters = new ArrayList<>();
  private final List<DeadLetter> waiting = new ArrayList<>();

  /**
   * @param parked the keys that have dead letters, with the index of each one's first
   * @param capacity of the documents held, see {@link Documents}
   */
  Folding(
      Projection<V> projection,
      Generation<V> generation,
      EventFormat format,
      Map<String, Long> parked,
      long capacity) {
    this.projection = projection;
    this.generation = generation;
    this.format = format;
    this.documents = new Documents<>(generation, capacity);
    this.parked = new HashMap<>(parked);
  }

  boolean isParked(String key) {
    return parked.containsKey(key);
  }

  /** Folds; what could be read is returned, by partition. */
  Map<Integer, List<RecordedEvent>> apply(List<Published> batch) {
    var readable = new ArrayList<Readable>(batch.size());
    var wanted = new HashSet<String>();
    var erased = new HashSet<CustomerId>();
    format.prepare(batch.stream().map(Published::value).toList());
    for (var read : read(batch)) {
      switch (read) {
        case Unreadable(var published, var why) -> setAside(published, why);
        case Readable it -> {
          readable.add(it);
          wanted.addAll(it.keys());
          if (it.event().event() instanceof CustomerErased erasure) {
            erased.add(erasure.customerId());
          }
        }
      }
    }
    documents.load(wanted);
    if (!erased.isEmpty()) {
      documents.flush(); // what was let go of is found again as it is now
      documents.loadOf(erased);
    }
    readable.forEach(this::fold);
    documents.trim();
    erased.forEach(format::forget);
    return readable.stream()
        .collect(
            Collectors.groupingBy(
                it -> it.published().partition(),
                LinkedHashMap::new,
                Collectors.mapping(Readable::event, Collectors.toList())));
  }

  /**
   * Makes what was folded last: the documents first, so that nothing is parked before what came
   * before it is kept.
   *
   * @throws Overtaken see {@link Generation#write}
   */
  void flush() {
    documents.flush();
    deadLetters.forEach(generation.deadLetters()::park);
    waiting.forEach(generation.deadLetters()::parkBehind);
    deadLetters.clear();
    waiting.clear();
  }

  private List<Read> read(List<Published> batch) {
    var events = batch.size() < MANY ? batch.stream() : batch.parallelStream();
    return events.map(this::read).toList();
  }

  private Read read(Published published) {
    try {
      var event = CloudEvents.read(published.headers(), published.value(), format);
      return new Readable(published, event, keysOf(event, published.partition()));
    } catch (UnreadableEvent | LeadsNowhere | NumberFormatException e) {
      return new Unreadable(published, e);
    }
  }

  private void setAside(Published published, RuntimeException why) {
    var lane =
        projection.keepsOrdersApart()
            ? published.orderLane().orElseGet(published::customerLane)
            : published.customerLane();
    var first = parked.get(lane);
    if (first != null && first < published.globalIndex()) {
      waiting.add(DeadLetter.of(lane, published, reason(why)));
    } else {
      park(lane, published, why);
    }
  }

  /** An event that lacks what leads to its documents is as unreadable as one of broken bytes. */
  private Set<String> keysOf(RecordedEvent event, int partition) {
    try {
      return projection.keysOf(event.event(), partition);
    } catch (RuntimeException e) {
      throw new LeadsNowhere(e);
    }
  }

  private void fold(Readable it) {
    var keys = it.event().event() instanceof CustomerErased erased ? keys(it, erased) : it.keys();
    var lane = keys.isEmpty() ? Optional.<String>empty() : stoppedLane(it);
    if (lane.isPresent()) {
      waiting.add(letter(lane.get(), it));
      keys.forEach(key -> blankThoughParked(it, documents.get(key)));
      return;
    }
    for (var key : keys) {
      var document = documents.get(key);
      if (isStopped(key, it)) {
        waiting.add(letter(key, it));
        blankThoughParked(it, document);
      } else if (it.event().globalIndex() > document.globalIndex()) {
        fold(it, key, document);
      }
    }
  }

  /** An event that nobody can read stops all that may have to do with it. */
  private Optional<String> stoppedLane(Readable it) {
    if (parked.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(it.published().customerLane())
        .filter(lane -> isStopped(lane, it))
        .or(() -> it.published().orderLane().filter(lane -> isStopped(lane, it)));
  }

  /** What came before the first that was parked does not wait for it, when it is delivered anew. */
  private boolean isStopped(String key, Readable it) {
    var first = parked.get(key);
    return first != null && it.event().globalIndex() >= first;
  }

  private static DeadLetter letter(String key, Readable it) {
    return DeadLetter.of(key, it.published(), "It waits behind an earlier event.");
  }

  /** All of the customer's documents, those of this very batch too. */
  private Set<String> keys(Readable it, CustomerErased erased) {
    var keys = new HashSet<>(it.keys());
    keys.addAll(documents.keys(document -> isOf(document, erased.customerId())));
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
          new Document<>(
              document.key(), blanked, document.globalIndex(), document.trace(), document.bytes()));
    }
  }

  private void fold(Readable it, String key, Document<V> document) {
    V view;
    Optional<Split<V>> split;
    try {
      view = projection.evolve(document.view(), it.event().event(), it.stored());
      split = projection.split(view);
    } catch (RuntimeException e) {
      park(key, it.published(), e);
      return;
    }
    var index = it.event().globalIndex();
    var trace = it.event().metadata().getOrDefault(MetadataKeys.TRACE, "");
    var bytes = document.bytes() + it.published().value().length;
    if (split.isPresent()) {
      var part = split.get();
      documents.finish(new Document<>(part.key(), part.finished(), index, trace, bytes));
      documents.put(new Document<>(key, part.rest(), index, trace, 0));
    } else {
      documents.put(new Document<>(key, view, index, trace, bytes));
    }
  }

  private void park(String key, Published published, RuntimeException why) {
    log.error(
        "Slice {}: event {} cannot be folded into {}; it is parked until somebody retries it",
        projection.name(),
        published.globalIndex(),
        key,
        why);
    parked.merge(key, published.globalIndex(), Math::min);
    deadLetters.add(DeadLetter.of(key, published, reason(why)));
  }

  private static String reason(RuntimeException why) {
    return String.valueOf(why.getMessage());
  }

  /** An event that was read, and does not say which documents it is about. */
  private static final class LeadsNowhere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeadsNowhere(RuntimeException why) {
      super("It leads to no document.", why, false, false);
    }
  }
}
