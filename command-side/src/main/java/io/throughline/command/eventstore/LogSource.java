package io.throughline.command.eventstore;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** Where Axon's processors read from: a position is one number, for the index has no gaps. */
final class LogSource implements StreamableMessageSource<TrackedEventMessage<?>> {
  private final EventLog log;
  private final LogSignal signal;
  private final RecentEvents recent;

  LogSource(EventLog log, LogSignal signal) {
    this.log = log;
    this.signal = signal;
    this.recent = new RecentEvents(log, signal::raised);
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    return new LogStream(recent, signal, LogEngine.position(token));
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
