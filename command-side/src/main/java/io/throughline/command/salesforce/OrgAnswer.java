package io.throughline.command.salesforce;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the org answered to a call that may be repeated: reads, and upserts by external id.
 *
 * @param <T> what a success brings
 */
sealed interface OrgAnswer<T> {

  record Done<T>(T value) implements OrgAnswer<T> {}

  /**
   * It is to be asked again: it was busy, gave no answer, or was not even asked.
   *
   * @param after how long it wants to be left alone (wall time), if it says
   */
  record Later<T>(String reason, @Nullable Duration after) implements OrgAnswer<T> {}

  /** A definite no to the call as a whole: our set-up does not fit the org's. */
  record No<T>(String reason) implements OrgAnswer<T> {}
}
