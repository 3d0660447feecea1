package io.throughline.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data}, the same for all commands. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the run keeps its data; .throughline in the repository unless given.")
  private @Nullable Path given;

  Path directory() {
    return given != null ? given : usual();
  }

  static Path usual() {
    return Path.of(System.getProperty("throughline.home", "."), ".throughline");
  }
}
