package io.throughline.simulators.shipbob;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;

/** Something that the provider did. Its state is the fold of these. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "did")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.OrderTaken.class, name = "order-taken"),
  @JsonSubTypes.Type(value = Entry.OrderCancelled.class, name = "order-cancelled"),
  @JsonSubTypes.Type(value = Entry.MilestoneReached.class, name = "milestone-reached"),
  @JsonSubTypes.Type(value = Entry.WebhookTaken.class, name = "webhook-taken"),
  @JsonSubTypes.Type(value = Entry.WebhookGivenUp.class, name = "webhook-given-up")
})
sealed interface Entry {

  /**
   * @param quantities units by product
   */
  record OrderTaken(
      String reference, String order, String location, Map<String, Integer> quantities, Instant at)
      implements Entry {}

  record OrderCancelled(String reference, Instant at) implements Entry {}

  record MilestoneReached(String reference, Milestone milestone, Instant at) implements Entry {}

  record WebhookTaken(String messageId) implements Entry {}

  record WebhookGivenUp(String messageId) implements Entry {}
}
