package io.throughline.command.eventstore.notary;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;

/** Where there is no notary, somebody should know. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
    name = "throughline.notary.key",
    havingValue = "false",
    matchIfMissing = true)
class UnsignedLog {
  private static final Logger log = LoggerFactory.getLogger(UnsignedLog.class);

  UnsignedLog() {
    log.warn(
        "Nobody signs the log: set throughline.notary.key and throughline.notary.folder, or it"
            + " cannot be proven");
  }
}
