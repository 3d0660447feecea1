package io.throughline.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is said when a local run stops. */
final class Stopping {
  private static final String ARCHIVE = "-XX:SharedArchiveFile=";

  private Stopping() {}

  static String words() {
    var isKept =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(it -> it.startsWith(ARCHIVE))
            .map(it -> Path.of(it.substring(ARCHIVE.length())))
            .allMatch(Files::exists);
    return isKept
        ? "Stopping …"
        : "Stopping …; this once it takes some seconds more, and the next start fewer.";
  }
}
