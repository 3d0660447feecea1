package io.throughline.command.eventstore;

import java.io.IOException;
import java.sql.SQLException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * An event that cannot be handled is parked, for it would stop everything behind it. Where the
 * database or another system is silent the event is not to blame: the error goes on, and the batch
 * is tried again.
 */
final class DeadLetterPolicy implements EnqueuePolicy<EventMessage<?>> {

  @Override
  public EnqueueDecision<EventMessage<?>> decide(
      DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
    if (mayPass(cause)) {
      throw new EventStoreException("The batch is tried again.", cause);
    }
    return Decisions.enqueue(cause);
  }

  private static boolean mayPass(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException
          || cause instanceof DataAccessException
          || cause instanceof TransactionException
          || cause instanceof EventStoreException
          || cause instanceof EventStoreOverloaded
          || cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
