package io.throughline.local.demo;

import java.util.SortedMap;

/**
 * How many orders there are.
 *
 * @param byState as {@link OrderSummary#shownState} has it; states that none is in are left out
 * @param finished see {@link OrderSummary#isFinished}
 */
public record OrderCounts(SortedMap<String, Integer> byState, int finished) {}
