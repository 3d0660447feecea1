package io.throughline.bench.trial;

import io.throughline.command.eventstore.notary.LogWalk;
import io.throughline.command.eventstore.notary.StoredLog;
import io.throughline.kernel.proof.ChainTip;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The log walked from where it was left: dense, and each hash what it must be. */
final class Chain {
  private final DataSource dataSource;
  private final ChainTip tip = ChainTip.beginning();

  Chain(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  long index() {
    return tip.size();
  }

  /**
   * @throws LogWalk.Broken naming the first event that does not fit
   */
  void walk() throws SQLException {
    try (var connection = dataSource.getConnection()) {
      var log = new StoredLog(connection);
      LogWalk.strict(log, tip).to(log.head().orElseThrow().globalIndex(), (_, _) -> {});
    }
  }
}
