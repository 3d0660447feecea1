package io.throughline.command.platform.budget;

import java.time.Duration;
import java.util.Map;

/**
 * What a node may do until its lease ends.
 *
 * @param permits calls of its own under way at a time
 * @param allowed calls that the whole account takes at the moment
 * @param pause how long no node may call
 * @param drawn calls of the account's rate, by lane; none where it has no rate
 */
record Lease(int permits, int allowed, Duration pause, Map<Lane, Integer> drawn) {}
