package io.throughline.bench.harness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a suite found.
 *
 * @param database what it ran on; null where it needs none
 * @param others the share of the machine's processors that other programs had meanwhile, 0 to 1:
 *     the median of all rounds; null where nobody looked
 */
public record Findings(
    @Nullable Database database, @Nullable Double others, List<Result> results) {}
