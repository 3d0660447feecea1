package io.throughline.command.eventstore.audit;

import java.util.List;

/**
 * What an audit found.
 *
 * @param events so many are in the log
 * @param from the first event that was looked at
 * @param to the last one
 * @param checkpoints against so many signed checkpoints
 * @param covered up to this event the log is under a checkpoint
 * @param uncovered so many events at the end are not
 * @param findings the first ones, in the order of the log; none if all is well
 * @param found so many there were in all
 */
public record Verdict(
    long events,
    long from,
    long to,
    int checkpoints,
    long covered,
    long uncovered,
    List<Finding> findings,
    long found) {

  public Verdict {
    findings = List.copyOf(findings);
  }

  public boolean isComplete() {
    return findings.isEmpty();
  }
}
