package io.throughline.command.platform.budget;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A limit on calls in any stretch of time: ShipBob's 150 in {@code PT1M}, Dataverse's 6,000 in
 * {@code PT5M}.
 *
 * @param calls none: there is no such limit
 */
public record CallRate(@DefaultValue("0") int calls, @DefaultValue("1m") Duration per) {
  public static final CallRate UNLIMITED = new CallRate(0, Duration.ofMinutes(1));

  boolean isLimited() {
    return calls > 0;
  }
}
