package io.throughline.query.projection;

import io.throughline.kernel.CustomerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Documents in memory while events are folded into them, written back later: all that changed when
 * the position is, and those that were not asked for the longest time when it gets too much.
 *
 * @param <V> the view
 */
final class Documents<V> {
  private static final class Held<V> {
    private Document<V> document;
    private @Nullable Long known;
    private boolean changed;

    Held(Document<V> document, @Nullable Long known) {
      this.document = document;
      this.known = known;
    }
  }

  /** What a document takes besides. */
  private static final int EACH = 200;

  private final Generation<V> generation;
  private final long capacity;
  private final LinkedHashMap<String, Held<V>> held = new LinkedHashMap<>(16, 0.75f, true);
  private final List<Held<V>> finished = new ArrayList<>();
  private long weight;

  /**
   * @param capacity in bytes, see {@link Document#bytes}
   */
  Documents(Generation<V> generation, long capacity) {
    this.generation = generation;
    this.capacity = capacity;
  }

  /** Reads those that are not here, with one look. */
  void load(Set<String> keys) {
    var missing = new HashSet<>(keys);
    missing.removeAll(held.keySet());
    if (!missing.isEmpty()) {
      var found = generation.documents(missing);
      for (var key : missing) {
        var document = found.get(key);
        hold(
            document == null
                ? new Held<>(Document.none(key), null)
                : new Held<>(document, document.globalIndex()));
      }
    }
  }

  void loadOf(Set<CustomerId> customers) {
    for (var document : generation.documentsOf(customers).values()) {
      if (!held.containsKey(document.key())) {
        hold(new Held<>(document, document.globalIndex()));
      }
    }
  }

  private void hold(Held<V> it) {
    held.put(it.document.key(), it);
    weight += it.document.bytes() + EACH;
  }

  /** One that was loaded. */
  Document<V> get(String key) {
    return of(key).document;
  }

  void put(Document<V> document) {
    var it = of(document.key());
    weight += document.bytes() - it.document.bytes();
    it.document = document;
    it.changed = true;
  }

  /**
   * One that was split off, and is the same whenever it is. It is written before what is without it
   * from now on.
   */
  void finish(Document<V> document) {
    var it = new Held<>(document, null);
    var before = held.remove(document.key());
    if (before != null) {
      weight -= before.document.bytes() + EACH;
    }
    hold(it);
    finished.add(it);
  }

  private Held<V> of(String key) {
    var it = held.get(key);
    if (it == null) {
      throw new IllegalStateException("The document " + key + " was not loaded.");
    }
    return it;
  }

  List<String> keys(Predicate<Document<V>> wanted) {
    return held.values().stream().map(it -> it.document).filter(wanted).map(Document::key).toList();
  }

  /**
   * Writes all that changed.
   *
   * @throws Overtaken see {@link Generation#write}
   */
  void flush() {
    write(held.values());
  }

  private void write(Collection<Held<V>> some) {
    if (!finished.isEmpty()) {
      generation.writeAgain(finished.stream().map(it -> it.document).toList());
      for (var it : finished) {
        it.changed = false;
        it.known = it.document.globalIndex();
      }
      finished.clear();
    }
    var changed = some.stream().filter(it -> it.changed).toList();
    if (!changed.isEmpty()) {
      generation.write(
          changed.stream().map(it -> new Generation.Write<>(it.document, it.known)).toList());
      for (var it : changed) {
        it.changed = false;
        it.known = it.document.globalIndex();
      }
    }
  }

  /** Lets go of a quarter, those first that nobody asked for, once there is too much. */
  void trim() {
    if (weight > capacity) {
      var gone = new ArrayList<Held<V>>();
      var left = weight;
      for (var it : held.values()) {
        if (left <= capacity - capacity / 4) {
          break;
        }
        left -= it.document.bytes() + EACH;
        gone.add(it);
      }
      write(gone);
      gone.forEach(it -> held.remove(it.document.key()));
      weight = left;
    }
  }
}
