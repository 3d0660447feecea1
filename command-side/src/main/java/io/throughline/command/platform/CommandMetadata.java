package io.throughline.command.platform;

import io.throughline.command.platform.tasks.TaskMetadata;
import io.throughline.kernel.event.MetadataKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Where a command comes from: who asks, what caused it, which trace it belongs to. A command that a
 * task sends inherits from the event that caused the task; one that a person sends begins a new
 * correlation. Events take it over.
 */
@Component
class CommandMetadata
    implements MessageDispatchInterceptor<CommandMessage<?>>,
        CorrelationDataProvider,
        TaskMetadata {
  private static final List<String> KEPT =
      List.of(
          MetadataKeys.CORRELATION,
          MetadataKeys.CAUSATION,
          MetadataKeys.TRACE,
          MetadataKeys.ACTOR,
          MetadataKeys.SOURCE);
  private static final ScopedValue<Map<String, String>> INHERITED = ScopedValue.newInstance();

  private final Traces traces;

  CommandMetadata(Traces traces) {
    this.traces = traces;
  }

  @Override
  public <R> R within(Map<String, String> metadata, String name, Supplier<R> work) {
    return ScopedValue.where(INHERITED, metadata)
        .call(
            () -> traces.within(Optional.ofNullable(metadata.get(MetadataKeys.TRACE)), name, work));
  }

  @Override
  public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
      List<? extends CommandMessage<?>> messages) {
    return (_, command) -> command.andMetaData(origin(command.getMetaData()));
  }

  private Map<String, String> origin(Map<String, ?> given) {
    var origin = new HashMap<String, String>();
    if (INHERITED.isBound()) {
      origin.putAll(INHERITED.get());
      origin.put(MetadataKeys.SOURCE, "throughline");
    } else {
      origin.put(MetadataKeys.SOURCE, "api");
      var who = SecurityContextHolder.getContext().getAuthentication();
      if (who != null && !(who instanceof AnonymousAuthenticationToken)) { // webhooks are nobody's
        origin.put(MetadataKeys.ACTOR, who.getName());
      }
    }
    origin.putIfAbsent(MetadataKeys.CORRELATION, UUID.randomUUID().toString());
    traces.current().ifPresent(trace -> origin.put(MetadataKeys.TRACE, trace));
    origin.keySet().removeAll(given.keySet());
    return origin;
  }

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    var kept = new HashMap<String, Object>();
    for (var key : KEPT) {
      var value = message.getMetaData().get(key);
      if (value != null) {
        kept.put(key, value);
      }
    }
    return kept;
  }
}
