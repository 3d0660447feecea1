/**
 * How is business? {@code orders' milestones -> businessMetrics(from, to, groupBy)}, added up when
 * somebody asks.
 */
@NullMarked
package io.throughline.query.metrics;

import org.jspecify.annotations.NullMarked;
