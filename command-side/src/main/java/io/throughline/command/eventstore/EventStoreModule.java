package io.throughline.command.eventstore;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The event store and Axon as the command side wires them, for programs that need nothing else.
 * They bring an EventFormat.
 */
@Configuration(proxyBeanMethods = false)
@Import({EventStoreConfiguration.class, SnapshotConfiguration.class, ProcessingConfiguration.class})
public class EventStoreModule {}
