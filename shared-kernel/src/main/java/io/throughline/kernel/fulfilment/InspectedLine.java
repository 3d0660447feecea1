package io.throughline.kernel.fulfilment;

import io.throughline.kernel.LineId;

/**
 * What somebody found when goods came back.
 *
 * @param accepted units that are credited
 * @param refused units that are not: broken, used, or not ours
 */
public record InspectedLine(LineId lineId, int accepted, int refused) {

  public int received() {
    return accepted + refused;
  }
}
