package io.throughline.command.fulfilment;

import io.throughline.kernel.fulfilment.Step;

/**
 * Whether somebody holds the order.
 *
 * @param isHeld until it is released
 */
record Hold(boolean isHeld) {
  static final Hold NONE = new Hold(false);

  /**
   * A hold stops what would begin something new at the ERP or the logistics provider. What follows
   * from goods that have left goes on, and so does whatever only looks or undoes.
   */
  boolean stops(Step step) {
    return isHeld
        && (step instanceof Step.CreateSalesOrder || step instanceof Step.RequestShipment);
  }
}
