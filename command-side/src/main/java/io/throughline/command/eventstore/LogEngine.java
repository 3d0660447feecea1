package io.throughline.command.eventstore;

import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.format.EventFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Axon's way into the log. Events are written and read through {@link EventFormat}, under their
 * wire names; no class name is ever stored.
 */
final class LogEngine implements EventStorageEngine {
  private static final int PAGE = 500;

  private final PostgresEventLog log;
  private final Appender appender;
  private final Snapshots snapshots;
  private final EventFormat format;
  private final Metadata metadata;

  LogEngine(
      PostgresEventLog log,
      Appender appender,
      Snapshots snapshots,
      EventFormat format,
      Metadata metadata) {
    this.log = log;
    this.appender = appender;
    this.snapshots = snapshots;
    this.format = format;
    this.metadata = metadata;
  }

  /** Returns when the events are durable, and with them the answer that the command brought. */
  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    if (!events.isEmpty()) {
      var answer = OneAppend.begin();
      appender.append(
          new Append(events.stream().map(this::row).toList(), answer.map(PendingAnswer::answer)));
      answer.ifPresent(PendingAnswer::kept);
    }
  }

  private Row row(EventMessage<?> message) {
    if (!(message instanceof DomainEventMessage<?> domain)
        || !(message.getPayload() instanceof Event event)) {
      throw new IllegalArgumentException(
          "Only aggregates' events of the kernel are stored, not "
              + message.getPayloadType().getName()
              + ".");
    }
    var aggregate = AggregateName.of(domain.getAggregateIdentifier());
    return new Row(
        aggregate.type(),
        aggregate.id(),
        domain.getSequenceNumber(),
        UUID.fromString(message.getIdentifier()),
        format.wireName(event),
        format.write(event),
        metadata.write(message.getMetaData()),
        event.at());
  }

  @Override
  public DomainEventStream readEvents(String aggregate, long firstSequence) {
    return DomainEventStream.of(
        log.from(aggregate, firstSequence).stream().map(LogEngine::message));
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken token, boolean mayBlock) {
    return log.after(position(token), PAGE).stream().map(LogEngine::tracked);
  }

  static TrackedEventMessage<?> tracked(RecordedEvent recorded) {
    return new GenericTrackedDomainEventMessage<>(
        new GlobalSequenceTrackingToken(recorded.globalIndex()), message(recorded));
  }

  static long position(@Nullable TrackingToken token) {
    return token == null ? 0 : token.position().orElse(0);
  }

  private static DomainEventMessage<Event> message(RecordedEvent recorded) {
    return new GenericDomainEventMessage<>(
        recorded.aggregateType(),
        recorded.aggregateType() + "/" + recorded.aggregateId(),
        recorded.sequence(),
        recorded.event(),
        MetaData.from(recorded.metadata()),
        recorded.eventId(),
        recorded.recordedAt());
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
    return snapshots.nearest(aggregate, Long.MAX_VALUE);
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    snapshots.store(snapshot);
  }

  @Override
  public TrackingToken createTailToken() {
    return new GlobalSequenceTrackingToken(0);
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(log.head());
  }
}
