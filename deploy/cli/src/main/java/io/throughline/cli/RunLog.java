package io.throughline.cli;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where everything goes that is not for the terminal. */
final class RunLog {

  private RunLog() {}

  /** To be called before anything logs: logback.xml reads the property once. */
  static void to(Path file) {
    System.setProperty("throughline.log", file.toString());
  }

  /** Keeps the whole of a failure whose one line was shown already. */
  static void note(Exception failure) {
    LoggerFactory.getLogger("throughline.cli").error("The command failed", failure);
  }
}
