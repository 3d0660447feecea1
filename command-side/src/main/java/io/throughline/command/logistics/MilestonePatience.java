package io.throughline.command.logistics;

import io.throughline.kernel.fulfilment.AwaitedMilestone;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.logistics.patience}: how long a milestone may take before the provider is
 * asked, and before a person is (business time).
 *
 * @param shipped from the request to the goods leaving
 * @param delivered from the goods leaving to their arrival
 * @param between two questions
 * @param shippedAtLast a person looks into goods that have not left for so long
 * @param deliveredAtLast a person looks into goods that have been on their way for so long
 */
public record MilestonePatience(
    @DefaultValue("2d") Duration shipped,
    @DefaultValue("2d") Duration delivered,
    @DefaultValue("6h") Duration between,
    @DefaultValue("7d") Duration shippedAtLast,
    @DefaultValue("14d") Duration deliveredAtLast) {

  public static final MilestonePatience USUAL =
      new MilestonePatience(
          Duration.ofDays(2),
          Duration.ofDays(2),
          Duration.ofHours(6),
          Duration.ofDays(7),
          Duration.ofDays(14));

  /**
   * @param since when the milestone before it was reached
   */
  public Instant overdueAt(AwaitedMilestone awaited, Instant since) {
    return since.plus(
        switch (awaited) {
          case SHIPPED -> shipped;
          case DELIVERED -> delivered;
        });
  }

  public Instant givenUpAt(AwaitedMilestone awaited, Instant since) {
    return since.plus(
        switch (awaited) {
          case SHIPPED -> shippedAtLast;
          case DELIVERED -> deliveredAtLast;
        });
  }
}
