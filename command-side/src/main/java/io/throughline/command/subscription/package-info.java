/**
 * What a subscription is worth and when: its periods, and the money of a period that changes while
 * it runs. Pure arithmetic over the days of the seller's calendar; nothing here asks the time.
 *
 * <p>{@code SubscriptionTerms -> BillingCalendar -> BilledPeriod -> PeriodWorth -> what to invoice
 * or to credit}
 */
@NullMarked
package io.throughline.command.subscription;

import org.jspecify.annotations.NullMarked;
