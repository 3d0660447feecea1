package io.throughline.command.privacy;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.privacy}.
 *
 * @param vault the folder of the epoch keys: outside the database and its backups, the same for all
 *     nodes
 * @param epoch how long an epoch's key is in use (business time): an erasure is complete after so
 *     long at the latest
 * @param kept how long a node holds a customer's key in memory before it asks again (wall time): an
 *     erasure waits twice as long, so that no node seals under a key that is gone
 * @param capacity so many keys are held at the most
 */
@ConfigurationProperties("throughline.privacy")
record PrivacyProperties(
    @Nullable Path vault,
    @DefaultValue("30d") Duration epoch,
    @DefaultValue("10s") Duration kept,
    @DefaultValue("100000") int capacity) {

  PrivacyProperties {
    if (!epoch.isPositive() || !kept.isPositive() || capacity < 1) {
      throw new IllegalArgumentException(
          "throughline.privacy: epoch, kept and capacity must be above zero.");
    }
  }

  /**
   * @throws IllegalStateException if it is not set: there is no place that would do by default
   */
  Path folder() {
    if (vault == null) {
      throw new IllegalStateException(
          "Set throughline.privacy.vault to the folder of the epoch keys: outside the database"
              + " and its backups, the same for all nodes.");
    }
    return vault;
  }
}
