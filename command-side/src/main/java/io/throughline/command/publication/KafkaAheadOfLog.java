package io.throughline.command.publication;

/**
 * Kafka holds events that the log has not: a database was restored or failed over and has lost
 * commits.
 */
public final class KafkaAheadOfLog extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KafkaAheadOfLog(long published, long head) {
    super(
        "Kafka holds events up to "
            + published
            + ", the log ends at "
            + head
            + ": the database has lost commits. Nothing is published until somebody has restored"
            + " it.");
  }
}
