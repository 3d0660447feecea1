package io.throughline.command.fulfilment;

import io.throughline.kernel.fulfilment.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When the goods for a day are asked for: long enough before it to be packed and to travel, and not
 * earlier, for until then the order may change. Pure.
 */
final class ShipAhead {
  /** One day to pack, three to travel, one to spare. */
  static final Period LEAD = Period.ofDays(5);

  private ShipAhead() {}

  /** Business time: the day's beginning in UTC, {@link #LEAD} before. */
  static Instant momentFor(LocalDate day) {
    return day.minus(LEAD).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * A wait that ended counts too: {@code at} may be a message's own time, and that is sometimes
   * earlier than what we know already.
   *
   * @param day null: no particular one
   * @param at business time (UTC)
   */
  static boolean isTime(@Nullable LocalDate day, FulfilmentState state, Instant at) {
    return day == null
        || !at.isBefore(momentFor(day))
        || state.steps().isDone(state.idOf(new Step.AwaitShipDay(day)));
  }
}
