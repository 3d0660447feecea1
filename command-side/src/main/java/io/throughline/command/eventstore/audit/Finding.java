package io.throughline.command.eventstore.audit;

import java.util.Locale;

/** Something about the log that is not as it was signed. */
public sealed interface Finding {

  /**
   * @param globalIndex the event's
   * @param what a clause
   */
  record Altered(long globalIndex, String what) implements Finding {}

  /** The events fit one another, but are not those that were signed. */
  record Rewritten(long from, long to, long checkpoint) implements Finding {}

  /** Events are gone from the end. */
  record Truncated(long last, long checkpoint) implements Finding {}

  /** The row at which appends begin does not stand at the log's end. */
  record HeadMoved(String what) implements Finding {}

  /** The database's copy of a checkpoint is not the one that is outside. */
  record CopyAltered(long checkpoint, String what) implements Finding {}

  /** A checkpoint in the outside place is none. */
  record CheckpointSpoiled(long checkpoint, String what) implements Finding {}

  /** There is nothing to hold the events against. */
  record Unsigned(long events) implements Finding {}

  /** The tables cannot be read as they should be. */
  record Unreadable(String what) implements Finding {}

  /** One sentence without its full stop. */
  default String sentence() {
    return switch (this) {
      case Altered f -> text("altered at index %d: %s", f.globalIndex(), f.what());
      case Rewritten f ->
          text(
              "altered between index %d and %d: history was rewritten, it is not what checkpoint"
                  + " %d signed",
              f.from(), f.to(), f.checkpoint());
      case Truncated f ->
          text("truncated since checkpoint %d: the log ends at event %d", f.checkpoint(), f.last());
      case HeadMoved f -> text("altered in event_head: %s", f.what());
      case CopyAltered f ->
          text("altered in the table checkpoints at %d: %s", f.checkpoint(), f.what());
      case CheckpointSpoiled f ->
          text("the checkpoint of %d events is spoiled: %s", f.checkpoint(), f.what());
      case Unsigned f ->
          text("no checkpoint was signed yet: nothing is proven of %d events", f.events());
      case Unreadable f -> text("altered: the tables cannot be read: %s", f.what());
    };
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
