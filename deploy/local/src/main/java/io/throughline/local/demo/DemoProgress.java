package io.throughline.local.demo;

import java.time.Duration;
import java.util.SortedMap;

/**
 * How far a demo is.
 *
 * @param orders in the input
 * @param submitted handed over so far
 * @param byState orders that the query side knows, by their state there
 * @param finished settled or parked
 * @param isDone nothing more will change by itself
 * @param elapsed wall time since the first request
 */
public record DemoProgress(
    int orders,
    int submitted,
    SortedMap<String, Integer> byState,
    int finished,
    boolean isDone,
    Duration elapsed) {}
