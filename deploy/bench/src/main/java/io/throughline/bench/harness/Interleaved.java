package io.throughline.bench.harness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a comparison: a round to warm up, then rounds in which everybody has a turn. The order is
 * dealt anew for each, so that nobody always comes after the same one.
 */
public final class Interleaved {
  private final int rounds;
  private final Consumer<String> progress;

  /**
   * @param progress is told what is going on, in a few words
   */
  public Interleaved(int rounds, Consumer<String> progress) {
    this.rounds = rounds;
    this.progress = progress;
  }

  public List<Result> run(Comparison comparison) throws Exception {
    var all = new ArrayList<Contender>();
    all.add(comparison.ours());
    all.addAll(comparison.peers());
    var samples = new LinkedHashMap<Contender, List<Map<Metric, Double>>>();
    var order = new Random(rounds);
    for (var round = 0; round <= rounds; round++) {
      for (var contender : all) {
        progress.accept(
            comparison.name()
                + ", "
                + (round == 0 ? "warming up" : "round " + round + " of " + rounds)
                + ": "
                + contender.name());
        var sample = contender.round();
        if (round > 0) {
          samples.computeIfAbsent(contender, _ -> new ArrayList<>()).add(sample);
        }
      }
      Collections.shuffle(all, order);
    }
    return results(comparison, samples);
  }

  private List<Result> results(
      Comparison comparison, Map<Contender, List<Map<Metric, Double>>> samples) {
    var ours = samples.getOrDefault(comparison.ours(), List.of());
    var results = new ArrayList<Result>();
    for (var metric : ours.getFirst().keySet()) {
      var own = figures(ours, metric);
      var compared = 0;
      for (var peer : comparison.peers()) {
        var theirs = samples.getOrDefault(peer, List.of());
        if (theirs.getFirst().containsKey(metric)) {
          compared++;
          results.add(beside(comparison, metric, own, peer, figures(theirs, metric)));
        }
      }
      if (compared == 0 || goal(comparison, metric, null).isPresent()) {
        results.add(alone(comparison, metric, own));
      }
    }
    return results;
  }

  private static double[] figures(List<Map<Metric, Double>> samples, Metric metric) {
    return samples.stream()
        .mapToDouble(sample -> sample.getOrDefault(metric, Double.NaN))
        .toArray();
  }

  private static Result beside(
      Comparison comparison, Metric metric, double[] ours, Contender peer, double[] theirs) {
    var ratios = new double[ours.length];
    for (var i = 0; i < ratios.length; i++) {
      ratios[i] = metric.ratio(ours[i], theirs[i]);
    }
    var comparable = Arrays.stream(ratios).allMatch(Double::isFinite);
    var ratio = comparable ? Medians.of(ratios) : null;
    var goal = goal(comparison, metric, peer.name());
    return new Result(
        comparison.name(),
        metric.name(),
        metric.unit(),
        Medians.of(ours),
        ours.length,
        peer.name(),
        Medians.of(theirs),
        ratio,
        comparable ? Medians.interval(ratios) : null,
        goal.orElse(null),
        goal.map(it -> ratio != null && it.isMet(ratio)).orElse(null));
  }

  private static Result alone(Comparison comparison, Metric metric, double[] ours) {
    var value = Medians.of(ours);
    var goal = goal(comparison, metric, null);
    return new Result(
        comparison.name(),
        metric.name(),
        metric.unit(),
        value,
        ours.length,
        null,
        null,
        null,
        null,
        goal.orElse(null),
        goal.map(it -> it.isMet(value)).orElse(null));
  }

  private static Optional<Goal> goal(Comparison comparison, Metric metric, @Nullable String peer) {
    return comparison.goals().stream()
        .filter(goal -> goal.metric().equals(metric.name()))
        .filter(goal -> Objects.equals(goal.peer(), peer))
        .findFirst();
  }
}
