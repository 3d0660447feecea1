package io.throughline.query.architecture.violating.orderlist;

import java.sql.Connection;
import java.sql.SQLException;

public final class ReadsTheLog {
  public boolean ask(Connection log) throws SQLException {
    return log.isValid(1);
  }
}
