/**
 * What a subscription is worth and when: its periods, the money of a period that changes while it
 * runs, and how far it has come. Pure arithmetic over the days of the seller's calendar and the
 * fold of its events, in one place, so that the process, the views and whoever audits a run reckon
 * alike; nothing here asks the time.
 *
 * <p>{@code SubscriptionEvent -> Subscription.evolve -> BillingCalendar -> BilledPeriod ->
 * PeriodWorth -> what to invoice or to credit}
 */
@NullMarked
package io.throughline.kernel.subscription;

import org.jspecify.annotations.NullMarked;
