package io.throughline.command.platform.tasks;

import java.util.Locale;

/**
 * Who is waited for: each has threads and a table of its own, so that a slow one starves nobody.
 */
public enum Pool {
  ERP,
  CARRIER,
  INTERNAL;

  String table() {
    return "tasks_" + name().toLowerCase(Locale.ROOT);
  }
}
