package io.throughline.command.alerts;

/** A way to tell people. What was told once may be told again under the same id. */
interface Alerts {

  /** Names the way in tasks: permanent. */
  String name();

  /** Whether whoever is told has taken it; else it is told again. */
  boolean raise(Alert alert);
}
