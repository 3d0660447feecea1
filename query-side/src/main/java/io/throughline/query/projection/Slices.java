package io.throughline.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.throughline.kernel.format.EventFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** All slices of this node. */
@Component
public class Slices implements SmartLifecycle, HealthIndicator {
  private final Map<String, Slice<?>> byName = new LinkedHashMap<>();
  private volatile boolean running;

  Slices(
      List<Projection<?>> projections,
      MongoClient mongo,
      KafkaProperties kafka,
      EventFormat format,
      MeterRegistry meters) {
    var json =
        JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(
                it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    for (var projection : projections) {
      byName.put(projection.name(), slice(projection, mongo, json, kafka, format, meters));
    }
  }

  private static <V> Slice<V> slice(
      Projection<V> projection,
      MongoClient mongo,
      JsonMapper json,
      KafkaProperties kafka,
      EventFormat format,
      MeterRegistry meters) {
    return new Slice<>(
        projection,
        new ViewStore<>(mongo, projection, json),
        kafka.buildConsumerProperties(),
        format,
        meters);
  }

  /** The views of a projection. */
  @SuppressWarnings("unchecked") // each slice is made from its own projection
  public <V> ViewStore<V> of(Projection<V> projection) {
    var slice = byName.get(projection.name());
    if (slice == null) {
      throw new IllegalArgumentException("There is no slice " + projection.name() + ".");
    }
    return (ViewStore<V>) slice.store();
  }

  public List<SliceProgress> progress() {
    return byName.values().stream().<SliceProgress>map(Slice::progress).toList();
  }

  /** Of all slices, the oldest of each. */
  public List<ParkedEvent> deadLetters(int limit) {
    return byName.values().stream().flatMap(it -> it.deadLetters(limit).stream()).toList();
  }

  @Override
  public void start() {
    running = true;
    byName.values().forEach(Slice::start);
  }

  @Override
  public void stop() {
    running = false;
    byName.values().parallelStream().forEach(Slice::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public Health health() {
    var health = Health.up();
    byName.forEach(
        (name, slice) -> {
          var trouble = slice.trouble();
          if (trouble != null) {
            health.down().withDetail(name, trouble);
          }
        });
    return health.build();
  }
}
