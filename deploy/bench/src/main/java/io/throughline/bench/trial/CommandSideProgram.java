package io.throughline.bench.trial;

import io.throughline.command.CommandSideApplication;
import io.throughline.kernel.BusinessClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * The real command side in a JVM of its own, to be killed. It is told its properties in a file, a
 * line each, and says READY when it takes commands.
 */
final class CommandSideProgram {
  private CommandSideProgram() {}

  /**
   * @param arguments the file, and the moment (wall time) at which business time began
   */
  public static void main(String[] arguments) throws IOException {
    var properties = Files.readAllLines(Path.of(arguments[0]));
    var origin = Instant.parse(arguments[1]);
    var clock = new BusinessClock(Clock.systemUTC(), origin, origin, Connected.CLOCK_RATE);
    CommandSideApplication.application()
        .profiles("local")
        .initializers(context -> context.getBeanFactory().registerSingleton("businessClock", clock))
        .run(properties.stream().map(it -> "--" + it).toArray(String[]::new));
    System.out.println("READY");
  }
}
