package io.throughline.bench;

import io.throughline.bench.trial.Trial;
import java.util.List;

/** All trials, by name. */
public final class Trials {
  public static final List<Trial> ALL = List.of();

  private Trials() {}
}
