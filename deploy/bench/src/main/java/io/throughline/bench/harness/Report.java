package io.throughline.bench.harness;

import java.util.List;
import java.util.Map;

/** What a suite found, as {@code bench SUITE --report} writes it. */
public record Report(
    String suite, Machine machine, Map<String, Object> parameters, List<Result> results) {}
