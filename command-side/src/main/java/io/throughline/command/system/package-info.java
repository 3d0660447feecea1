/**
 * The system API: one system's facts, read from it within its budget and never stored. What the
 * ownership catalogue lets be kept is kept for so long; what the system does not answer is told as
 * it was last known, marked so.
 *
 * <p>{@code ErpFactsEndpoint, CarrierFactsEndpoint -> LiveFacts -> Erp, Carrier}
 */
@NullMarked
package io.throughline.command.system;

import org.jspecify.annotations.NullMarked;
