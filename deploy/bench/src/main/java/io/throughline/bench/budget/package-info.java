/**
 * What the shared budget promises, measured: a person's call beside a backfill, permits that are
 * never exceeded, and a backlog that drains as fast as the permits allow.
 *
 * <p>{@code BudgetSuite -> BesideBackfill, AfterOutage; OutageSuite -> AfterOutage}
 */
@NullMarked
package io.throughline.bench.budget;

import org.jspecify.annotations.NullMarked;
