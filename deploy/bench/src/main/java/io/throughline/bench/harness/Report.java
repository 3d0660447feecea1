package io.throughline.bench.harness;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a suite found, as {@code bench SUITE --report} writes it. */
public record Report(
    String suite, Setting machine, Map<String, Object> parameters, List<Result> results) {

  /**
   * The machine, the database on it, and what else was going on there.
   *
   * @param others see {@link Findings#others}
   */
  public record Setting(
      @JsonUnwrapped Machine machine, @Nullable Double others, @Nullable Database postgres) {}

  public Report(String suite, Machine machine, Map<String, Object> parameters, Findings findings) {
    this(
        suite,
        new Setting(machine, findings.others(), findings.database()),
        parameters,
        findings.results());
  }
}
