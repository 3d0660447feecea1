package io.throughline.command.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** One command's events and its answer on their way into the log, all or none of them. */
final class Append {
  private final List<Row> rows;
  private final List<byte[]> digests;
  private final Optional<KeptAnswer> answer;
  private final CompletableFuture<Void> outcome = new CompletableFuture<>();

  /** Hashes on the caller's thread: the appender's time is everybody's. */
  Append(List<Row> rows, Optional<KeptAnswer> answer) {
    this.rows = rows;
    this.digests = rows.stream().map(Row::digest).toList();
    this.answer = answer;
  }

  List<Row> rows() {
    return rows;
  }

  List<byte[]> digests() {
    return digests;
  }

  Optional<KeptAnswer> answer() {
    return answer;
  }

  void committed() {
    outcome.complete(null);
  }

  void failed(RuntimeException why) {
    outcome.completeExceptionally(why);
  }

  /** Waits until the append is durable, or is certain not to be, or nobody can tell. */
  void await() {
    try {
      outcome.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw new EventStoreException("The events could not be appended.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreException(
          "Interrupted before the log answered: the events may have been appended.", e);
    }
  }
}
