package io.throughline.command.logistics;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.logistics.returns}: how long goods that come back may take before the provider
 * is asked, and before a person is (business time).
 *
 * @param first from the announcement to the first question
 * @param between two questions
 * @param atLast a person looks into goods that were announced so long ago
 */
public record ReturnPatience(
    @DefaultValue("3d") Duration first,
    @DefaultValue("1d") Duration between,
    @DefaultValue("30d") Duration atLast) {

  public static final ReturnPatience USUAL =
      new ReturnPatience(Duration.ofDays(3), Duration.ofDays(1), Duration.ofDays(30));
}
