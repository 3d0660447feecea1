package io.throughline.command.eventstore.audit;

/** Hears how far an audit is. */
@FunctionalInterface
public interface AuditProgress {
  AuditProgress SILENT = (_, _) -> {};

  /**
   * @param done so many events
   * @param of so many
   */
  void at(long done, long of);
}
