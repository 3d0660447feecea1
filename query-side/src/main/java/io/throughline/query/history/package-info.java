/**
 * What happened to an order, and how did it stand at another time? {@code order and fulfilment
 * events -> HistoryPage -> orderHistory(orderId), order(id, asOf)}.
 */
@NullMarked
package io.throughline.query.history;

import org.jspecify.annotations.NullMarked;
