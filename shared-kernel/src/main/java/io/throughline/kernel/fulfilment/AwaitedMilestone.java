package io.throughline.kernel.fulfilment;

/** What a shipment must come to sooner or later; where nobody tells of it, somebody asks. */
public enum AwaitedMilestone {
  SHIPPED,
  DELIVERED
}
