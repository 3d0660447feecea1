package io.throughline.cli;

import io.throughline.local.ClassArchive;

/** What is said when a local run stops. */
final class Stopping {
  private Stopping() {}

  static String words() {
    return ClassArchive.isMissing()
        ? "Stopping …; this once it takes some seconds more, and the next start fewer."
        : "Stopping …";
  }
}
