package io.throughline.bench.proof;

import io.throughline.command.eventstore.audit.Finding;
import java.sql.SQLException;
import java.util.Random;
import java.util.function.Predicate;

/** A kind of tampering. */
@FunctionalInterface
interface Tamper {

  /**
   * Does it, somewhere.
   *
   * @return whether a finding names what was done
   */
  Predicate<Finding> with(TamperedLog log, Random random) throws SQLException;
}
