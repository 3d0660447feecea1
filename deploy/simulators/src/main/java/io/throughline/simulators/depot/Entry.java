package io.throughline.simulators.depot;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;

/** Something that the depot did. Its state is the fold of these. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "did")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.OrderTaken.class, name = "order-taken"),
  @JsonSubTypes.Type(value = Entry.OrderCancelled.class, name = "order-cancelled"),
  @JsonSubTypes.Type(value = Entry.OrderHeld.class, name = "order-held"),
  @JsonSubTypes.Type(value = Entry.OrderReleased.class, name = "order-released"),
  @JsonSubTypes.Type(value = Entry.MilestoneReached.class, name = "milestone-reached"),
  @JsonSubTypes.Type(value = Entry.ReturnExpected.class, name = "return-expected"),
  @JsonSubTypes.Type(value = Entry.ReturnArrived.class, name = "return-arrived"),
  @JsonSubTypes.Type(value = Entry.ReturnProcessed.class, name = "return-processed"),
  @JsonSubTypes.Type(value = Entry.ReturnCancelled.class, name = "return-cancelled"),
  @JsonSubTypes.Type(value = Entry.RanOut.class, name = "ran-out"),
  @JsonSubTypes.Type(value = Entry.Mispacked.class, name = "mispacked"),
  @JsonSubTypes.Type(value = Entry.Split.class, name = "split"),
  @JsonSubTypes.Type(value = Entry.WebhookTaken.class, name = "webhook-taken"),
  @JsonSubTypes.Type(value = Entry.WebhookGivenUp.class, name = "webhook-given-up")
})
public sealed interface Entry {

  /**
   * @param reference by which the client knows it; taken once
   * @param order whose part it is
   * @param recipient where it goes, as one text: what goes to the same one may share a parcel
   * @param quantities units by product
   */
  record OrderTaken(
      String reference,
      String order,
      String location,
      String recipient,
      Fate fate,
      Map<String, Integer> quantities,
      Instant at)
      implements Entry {}

  record OrderCancelled(String reference, Instant at) implements Entry {}

  record OrderHeld(String reference, Instant at) implements Entry {}

  record OrderReleased(String reference, Instant at) implements Entry {}

  /**
   * @param parcel the tracking number, once it has one; several shipments may have the same
   */
  record MilestoneReached(String reference, Milestone milestone, String parcel, Instant at)
      implements Entry {}

  /**
   * @param reference by which the client knows the return; taken once
   * @param original the depot's id of the shipment that it comes from
   */
  record ReturnExpected(
      String reference,
      String original,
      ReturnFate fate,
      Map<String, Integer> quantities,
      Instant at)
      implements Entry {}

  record ReturnArrived(String reference, Instant at) implements Entry {}

  /** Quantities are units by product. */
  record ReturnProcessed(
      String reference, Map<String, Integer> good, Map<String, Integer> bad, Instant at)
      implements Entry {}

  record ReturnCancelled(String reference, Instant at) implements Entry {}

  /** A location has nothing of a product, whatever anybody's books say. */
  record RanOut(String location, String product, Instant at) implements Entry {}

  /**
   * Somebody packs other units of a product than the shipment asks for.
   *
   * @param reference of a shipment that is there or will be
   */
  record Mispacked(String reference, String product, int units, Instant at) implements Entry {}

  /**
   * So many units of a product leave later than the rest, in a parcel of their own.
   *
   * @param reference of a shipment that is there or will be
   */
  record Split(String reference, String product, int units, Instant at) implements Entry {}

  record WebhookTaken(String messageId) implements Entry {}

  record WebhookGivenUp(String messageId) implements Entry {}
}
