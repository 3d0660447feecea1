package io.throughline.command.eventstore.notary;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.notary}.
 *
 * @param origin names the log, and the key that signs it: no spaces and no plus signs
 * @param key the file with the key; made where it is not there yet and nothing was signed
 * @param folder where checkpoints go, outside the database
 * @param everyEvents sign after so many events
 * @param every or when an event has waited so long (wall time)
 */
@ConfigurationProperties("throughline.notary")
record NotaryProperties(
    @DefaultValue("throughline") String origin,
    Path key,
    Path folder,
    @DefaultValue("10000") long everyEvents,
    @DefaultValue("10s") Duration every) {

  NotaryProperties {
    if (folder == null) {
      throw new IllegalArgumentException(
          "throughline.notary.folder is not set: checkpoints need a place outside the database");
    }
    if (everyEvents < 1 || every.isNegative()) {
      throw new IllegalArgumentException(
          "throughline.notary.every-events is at least 1, and .every not negative");
    }
  }
}
