/**
 * What happened, in sealed families: an order as the people who sell see it, a customer, an order's
 * fulfilment by the ERP and the logistics provider, what two people agreed on, and epochs of keys.
 * Events are stored for good and published to everybody who reads.
 */
@NullMarked
package io.throughline.kernel.event;

import org.jspecify.annotations.NullMarked;
