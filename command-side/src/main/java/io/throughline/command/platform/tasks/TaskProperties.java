package io.throughline.command.platform.tasks;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.tasks}.
 *
 * @param threads how many tasks of a pool run at a time, on one node
 * @param poll how often the database is asked for due tasks; planned ones are seen at once
 * @param heartbeat how often a running task says that it is alive; after four missed ones another
 *     node takes it over
 * @param firstPause before the second attempt
 * @param longestPause between two attempts
 */
@ConfigurationProperties("throughline.tasks")
record TaskProperties(
    @DefaultValue Map<Pool, Integer> threads,
    @DefaultValue("250ms") Duration poll,
    @DefaultValue("2s") Duration heartbeat,
    @DefaultValue("100ms") Duration firstPause,
    @DefaultValue("30s") Duration longestPause) {

  int threadsOf(Pool pool) {
    return threads.getOrDefault(pool, 12);
  }

  Backoff backoff() {
    return new Backoff(firstPause, longestPause);
  }
}
