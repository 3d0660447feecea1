package io.throughline.command.alerts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells whoever watches the log. */
@Component
class LogAlerts implements Alerts {
  private static final Logger log = LoggerFactory.getLogger(LogAlerts.class);

  @Override
  public String name() {
    return "log";
  }

  @Override
  public boolean raise(Alert alert) {
    log.warn(
        "Overdue since {}: {} of order {}, {} ({}), holds up {} {}",
        alert.due(),
        alert.exceptionId(),
        alert.orderId(),
        alert.cause(),
        alert.queue(),
        alert.held(),
        alert.currency());
    return true;
  }
}
