package io.throughline.bench.trial;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Nothing but PostgreSQL with our tables, until it is killed. */
public final class PostgresProgram {
  private PostgresProgram() {}

  /** Arguments: folder, port. Prints {@code READY url user owner}. */
  public static void main(String[] arguments) {
    var database = Database.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    System.out.println("READY " + database.url() + " " + database.user() + " " + database.owner());
    while (true) {
      LockSupport.park(database);
    }
  }
}
