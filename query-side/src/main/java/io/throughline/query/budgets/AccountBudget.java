package io.throughline.query.budgets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account's budget as a node of the command side sees it.
 *
 * @param permits calls at a time over all nodes, as configured
 * @param allowed calls at a time over all nodes at the moment; fewer after 429s
 * @param leased permits of the node that answered
 * @param pauseSeconds for which nobody calls, as the account asked (wall time)
 * @param throttled 429s since the node started
 * @param breaker closed, open or half_open: open while the account does not answer
 * @param maintenanceUntil while the account is being maintained (business time, UTC)
 */
record AccountBudget(
    String account,
    int permits,
    int allowed,
    int leased,
    long pauseSeconds,
    long throttled,
    String breaker,
    @Nullable Instant maintenanceUntil,
    List<LaneUse> lanes) {

  /**
   * @param held calls not made for want of a permit, since the node started
   */
  record LaneUse(String lane, int inUse, int waiting, long held) {}
}
