/**
 * Folding views: how fast a rebuild is and how late a view, beside what else could be done; and
 * rebuilds that are killed.
 *
 * <p>{@code OrderStory -> EventTopic -> Rehearsal, Slices -> QuerySuite, RebuildTrial}
 */
@NullMarked
package io.throughline.bench.query;

import org.jspecify.annotations.NullMarked;
