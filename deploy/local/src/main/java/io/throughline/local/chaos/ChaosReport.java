package io.throughline.local.chaos;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.throughline.local.demo.DemoReport;
import java.util.List;
import java.util.SortedMap;

/**
 * What {@code chaos --report} writes: a demo's report, and what was done to it and did it no harm.
 *
 * @param faults injected, by kind
 * @param unfinished the first of the orders that are neither settled nor parked
 */
public record ChaosReport(
    @JsonUnwrapped DemoReport demo,
    Ending ending,
    SortedMap<String, Integer> faults,
    Kills kills,
    Pace pace,
    List<Invariant> invariants,
    List<Unfinished> unfinished) {

  /**
   * @param longestSecondsToCommands from a start until a command was acknowledged (wall time)
   * @param secondsDown in all, from each kill until the next life took requests (wall time)
   */
  public record Kills(int count, double longestSecondsToCommands, double secondsDown) {}

  /**
   * @param ordersPerSecond from the first order handed over to the end of the last one, the time in
   *     which the run was down taken out
   * @param erpCallsPerOrder as the ERP counted them
   * @param limitPerSecond what the ERP's permits and latency would allow
   * @param ratio of the first to the last; 1 would be the limit
   */
  public record Pace(
      double ordersPerSecond, double erpCallsPerOrder, double limitPerSecond, double ratio) {

    static Pace of(ChaosTerms terms, int finished, long erpCalls, double seconds) {
      if (finished == 0 || erpCalls == 0) {
        return new Pace(0, 0, 0, 0);
      }
      var rate = finished / seconds;
      var callsPerOrder = (double) erpCalls / finished;
      var limit = terms.permits() / (terms.latency().toNanos() / 1e9) / callsPerOrder;
      return new Pace(rounded(rate), rounded(callsPerOrder), rounded(limit), rounded(rate / limit));
    }

    private static double rounded(double value) {
      return Math.round(value * 1e3) / 1e3;
    }
  }

  /** Every order came to an end, and nothing that must hold was found broken. */
  public boolean holds() {
    return ending == Ending.FINISHED && invariants.stream().allMatch(it -> it.broken().isEmpty());
  }
}
