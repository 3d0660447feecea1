package io.throughline.command.changes;

import io.throughline.command.platform.Answer;
import io.throughline.command.platform.tasks.Next;
import java.util.function.Consumer;
import java.util.function.Function;

/** What becomes of a task that asks the ERP how something stands there that was changed. */
final class Asked {
  private Asked() {}

  /** As {@link #answered}, where what is found ends it too. */
  static <T> Next then(Answer<T> answer, Consumer<T> take) {
    return answered(
        answer,
        found -> {
          take.accept(found);
          return new Next.Finished();
        });
  }

  /** A refusal ends it: what the ERP does not show is none of ours. */
  static <T> Next answered(Answer<T> answer, Function<T, Next> take) {
    return switch (answer) {
      case Answer.Done<T>(var found) -> take.apply(found);
      case Answer.Refused<T> _ -> new Next.Finished();
      case Answer.Busy<T>(_, var retryAfter, _) -> new Next.TryAgain(retryAfter);
      case Answer.Unknown<T> _ -> new Next.TryAgain(null);
    };
  }
}
