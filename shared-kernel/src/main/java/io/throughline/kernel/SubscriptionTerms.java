package io.throughline.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * For how long a line is subscribed to, and how it is invoiced. Such a line's quantity and prices
 * are those of one billing period.
 *
 * @param periods the term, in billing periods; above zero
 * @param startsOn the first period's first day, in the seller's calendar; null: the day the ERP
 *     takes the order
 * @param renews whether another term follows by itself
 */
public record SubscriptionTerms(
    BillingPeriod billingPeriod, int periods, @Nullable LocalDate startsOn, boolean renews) {}
