package io.throughline.command.salesforce;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The call as a whole came to nothing, or nobody knows what it came to. */
final class NotNow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** It is not our records that are refused but the call: somebody has to see to the set-up. */
  private static final Duration REFUSED_PAUSE = Duration.ofMinutes(1);

  final String why;
  final transient @Nullable Duration after;

  NotNow(String why, @Nullable Duration after) {
    super(why, null, false, false);
    this.why = why;
    this.after = after;
  }

  /**
   * @throws NotNow if the org did not do what it was asked
   */
  static <T> T unlessDone(OrgAnswer<T> answer) {
    return switch (answer) {
      case OrgAnswer.Done<T>(var value) -> value;
      case OrgAnswer.Later<T>(var reason, var after) -> throw new NotNow(reason, after);
      case OrgAnswer.No<T>(var reason) ->
          throw new NotNow("it refuses the call: " + reason, REFUSED_PAUSE);
    };
  }
}
