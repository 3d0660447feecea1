package io.throughline.command.fulfilment;

import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.fulfilment.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Requests that got no answer and may still be carried out. What undoes them waits until they
 * cannot be any more: an order that is closed first, and arrives then, would stay open for ever.
 */
@Component
class LateArrivals {
  private final BusinessClock clock;
  private final Duration longestRequest;

  /**
   * @param longestRequest for how long another system may be at a request after we gave it up (wall
   *     time); NetSuite ends them after 15 minutes
   */
  LateArrivals(
      BusinessClock clock,
      @Value("${throughline.fulfilment.longest-request:15m}") Duration longestRequest) {
    this.clock = clock;
    this.longestRequest = longestRequest;
  }

  /** How long the order must not be closed in the ERP yet (business time); empty if it may be. */
  Optional<Duration> atErp(FulfilmentState state) {
    return pause(state, step -> step instanceof Step.ErpStep && DueSteps.hasEffect(step));
  }

  /** How long a shipment must not be stopped yet (business time); empty if it may be. */
  Optional<Duration> atCarrier(FulfilmentState state, Step.CancelShipment cancel) {
    return pause(
        state,
        step ->
            step instanceof Step.RequestShipment request
                && request.shipmentId().equals(cancel.shipmentId()));
  }

  private Optional<Duration> pause(FulfilmentState state, Predicate<Step> which) {
    return state
        .steps()
        .unsure(which)
        .max(Comparator.naturalOrder())
        .map(this::left)
        .filter(Duration::isPositive);
  }

  private Duration left(Instant unsureSince) {
    var now = clock.instant();
    var passed = Duration.between(clock.wallTimeOf(unsureSince), clock.wallTimeOf(now));
    return Duration.ofMillis(Math.round(longestRequest.minus(passed).toMillis() * clock.rate()));
  }
}
