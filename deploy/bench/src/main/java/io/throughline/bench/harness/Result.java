package io.throughline.bench.harness;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a report: a metric of a case, ours beside one peer's.
 *
 * @param value the median of our rounds
 * @param peer null where there is none
 * @param ratio the median of the rounds' ratios, above 1 where we are better; null where a round
 *     had nothing to divide by
 * @param ci95 where 95 % of the resampled medians of the ratio lie
 */
public record Result(
    @JsonProperty("case") String name,
    String metric,
    String unit,
    double value,
    int rounds,
    @Nullable String peer,
    @Nullable Double peerValue,
    @Nullable Double ratio,
    @Nullable List<Double> ci95,
    @Nullable Goal goal,
    @Nullable Boolean met) {}
