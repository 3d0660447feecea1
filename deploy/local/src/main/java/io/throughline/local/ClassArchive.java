package io.throughline.local;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The archive of loaded classes that {@code ./throughline} lets a run start with. */
public final class ClassArchive {
  private static final String FILE = "-XX:SharedArchiveFile=";

  private ClassArchive() {}

  /** What another JVM of the same class path is to be told of it; empty where there is none. */
  public static List<String> options() {
    return given().stream().filter(it -> it.startsWith(FILE) || it.startsWith("-Xlog:")).toList();
  }

  /** Whether this JVM writes it when it ends. */
  public static boolean isMissing() {
    return given().stream()
        .filter(it -> it.startsWith(FILE))
        .map(it -> Path.of(it.substring(FILE.length())))
        .anyMatch(Files::notExists);
  }

  private static List<String> given() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments();
  }
}
