package io.throughline.command.fulfilment;

import io.throughline.command.logistics.ProviderUpdate;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.event.FulfilmentEvent.StepAnswer;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Finding;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of carrying out a step. */
sealed interface StepOutcome {

  /** A fact that answers it. */
  record Answered(StepAnswer fact) implements StepOutcome {}

  /** It is too early to tell; look again after a while (business time). */
  record NotYet(Duration pause) implements StepOutcome {}

  /**
   * The provider said how its shipment, or what comes back to it, fares. That is recorded as if it
   * had told by itself, and then goes on as said, unless it was what the step waited for.
   */
  record Told(List<? extends ProviderUpdate> updates, StepOutcome then) implements StepOutcome {}

  /**
   * The ERP said how something stands. That is taken first; if it is not what the step waited for,
   * it goes on as said.
   */
  record Learned(FulfilmentCommand command, Function<FulfilmentState, StepOutcome> then)
      implements StepOutcome {}

  /** A definite no. */
  record Refused(Dependency by, List<Finding> findings, String answer) implements StepOutcome {}

  /**
   * No definite answer; the same step under the same key is to be tried again.
   *
   * @param retryAfter how long the other side asks us to wait (wall time), if it says
   * @param cause why there was none, where that can be told
   */
  record Unclear(Dependency by, String answer, @Nullable Duration retryAfter, @Nullable Cause cause)
      implements StepOutcome {}

  /**
   * @param by whose answer it is
   * @param whenDone what a definite yes means for the step
   */
  static <T> StepOutcome of(
      Dependency by, Answer<T> answer, Function<T, ? extends StepOutcome> whenDone) {
    return switch (answer) {
      case Answer.Done<T>(var value) -> whenDone.apply(value);
      case Answer.Refused<T>(var findings, var words) -> new Refused(by, findings, words);
      case Answer.Busy<T>(var words, var retryAfter, var cause) ->
          new Unclear(by, words, retryAfter, cause);
      case Answer.Unknown<T>(var reason) -> new Unclear(by, reason, null, null);
    };
  }
}
