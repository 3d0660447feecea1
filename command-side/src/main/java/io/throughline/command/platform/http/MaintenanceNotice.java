package io.throughline.command.platform.http;

import io.throughline.command.platform.http.Outcome.Replied;
import java.time.Duration;
import java.util.Optional;

/**
 * Which answers say that a system is not there for a while, and has done nothing. Most say 503 with
 * {@code Retry-After} (RFC 9110, 10.2.3); a vendor may have words of its own.
 */
@FunctionalInterface
public interface MaintenanceNotice {
  MaintenanceNotice NEVER = _ -> Optional.empty();

  MaintenanceNotice USUAL =
      outcome ->
          outcome instanceof Replied reply && reply.status() == 503
              ? Optional.ofNullable(reply.retryAfter()).filter(Duration::isPositive)
              : Optional.empty();

  /** When it is worth asking again (wall time); empty if the answer says nothing of the kind. */
  Optional<Duration> in(Outcome outcome);

  /** These answers too. */
  default MaintenanceNotice or(MaintenanceNotice others) {
    return outcome -> in(outcome).or(() -> others.in(outcome));
  }
}
