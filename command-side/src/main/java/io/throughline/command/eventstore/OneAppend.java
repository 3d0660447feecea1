package io.throughline.command.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * The rule that makes a command all or nothing: a unit of work appends once, as the last thing that
 * can fail, and no unit of work begins within another one. A nested one would hand its events to
 * its parent and could no longer be answered by itself.
 */
final class OneAppend implements MessageDispatchInterceptor<CommandMessage<?>> {
  private static final String RESOURCE = "throughline.appended";

  /**
   * The answer that the command in hand brings along, if any.
   *
   * @throws IllegalStateException at a second append; nothing of it is written
   */
  static Optional<PendingAnswer> begin() {
    if (!CurrentUnitOfWork.isStarted()) {
      return Optional.empty();
    }
    var root = CurrentUnitOfWork.get().root();
    if (root.resources().put(RESOURCE, true) != null) {
      throw new IllegalStateException(
          "A unit of work appends once: apply all events before it commits.");
    }
    return Optional.ofNullable(
        (PendingAnswer) root.getMessage().getMetaData().get(PendingAnswer.METADATA));
  }

  /**
   * @throws IllegalStateException if the command is sent while another message is being handled
   */
  @Override
  public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
      List<? extends CommandMessage<?>> messages) {
    if (CurrentUnitOfWork.isStarted()) {
      throw new IllegalStateException(
          "A command cannot be sent while "
              + CurrentUnitOfWork.get().getMessage().getPayloadType().getSimpleName()
              + " is handled: plan a task that sends it.");
    }
    return (_, command) -> command;
  }
}
