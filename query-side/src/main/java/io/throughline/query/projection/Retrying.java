package io.throughline.query.projection;

import io.throughline.kernel.approval.Subject;
import io.throughline.kernel.approval.Subject.EvictDeadLetter;
import io.throughline.kernel.approval.Subject.PatchDeadLetter;
import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.format.EventFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds a generation's parked events once more. Only whoever reads the partition that they came
 * from may do so, between two batches.
 *
 * @param <V> the view
 */
final class Retrying<V> {
  private final Projection<V> projection;
  private final Generation<V> generation;
  private final EventFormat format;

  Retrying(Projection<V> projection, Generation<V> generation, EventFormat format) {
    this.projection = projection;
    this.generation = generation;
    this.format = format;
  }

  /** As the endpoint for dead letters takes it. */
  static String processor(Projection<?> projection) {
    return "slice-" + projection.name();
  }

  /**
   * Folds a parked key's events again, in order, as far as that goes now.
   *
   * @return whether all of them could be folded
   */
  boolean retry(String key) {
    return retry(key, null);
  }

  /**
   * @param patch as what one of the events is folded; what stays parked stays as it was
   */
  private boolean retry(String key, @Nullable PatchDeadLetter patch) {
    for (var letter : generation.deadLetters().of(key)) {
      var value =
          patch != null && letter.globalIndex() == patch.globalIndex()
              ? patch.payload().getBytes(StandardCharsets.UTF_8)
              : letter.value();
      var others = generation.deadLetters().parked(); // it may be about what else waits, too
      others.remove(key);
      var folding = new Folding<>(projection, generation, format, others, Long.MAX_VALUE);
      folding.apply(
          List.of(new Published(letter.partition(), letter.owner(), letter.headers(), value)));
      if (folding.isParked(key)) {
        return false;
      }
      folding.flush();
      generation.deadLetters().forget(letter);
    }
    return true;
  }

  /** Whether there is something for {@link #settle} to do. */
  boolean concernsUs(List<RecordedEvent> events) {
    return events.stream().anyMatch(it -> agreed(it) != null);
  }

  /**
   * Does with parked events what two people agreed on. It comes with the events, so a generation
   * that is folded anew does it anew, at the same place.
   */
  void settle(List<RecordedEvent> events) {
    for (var event : events) {
      switch (agreed(event)) {
        case PatchDeadLetter patch -> settle(patch);
        case EvictDeadLetter evict -> settle(evict);
        case null, default -> {} // others carry it out
      }
    }
  }

  private @Nullable Subject agreed(RecordedEvent recorded) {
    if (!(recorded.event() instanceof ApprovalGranted granted)) {
      return null;
    }
    return switch (granted.subject()) {
      case PatchDeadLetter patch when isOurs(patch.processor()) -> patch;
      case EvictDeadLetter evict when isOurs(evict.processor()) -> evict;
      case Subject _ -> null;
    };
  }

  private void settle(PatchDeadLetter patch) {
    generation.deadLetters().at(patch.globalIndex()).forEach(it -> retry(it.key(), patch));
  }

  private void settle(EvictDeadLetter evict) {
    for (var letter : generation.deadLetters().at(evict.globalIndex())) {
      generation.deadLetters().forget(letter);
      retry(letter.key());
    }
  }

  private boolean isOurs(String processor) {
    return processor.equals(processor(projection));
  }
}
