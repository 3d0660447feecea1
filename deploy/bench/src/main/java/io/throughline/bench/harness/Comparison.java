package io.throughline.bench.harness;

import java.util.List;

/** One case: we and our peers at the same work. */
public record Comparison(String name, Contender ours, List<Contender> peers, List<Goal> goals) {}
