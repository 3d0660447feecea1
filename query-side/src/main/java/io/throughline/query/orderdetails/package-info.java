/**
 * Where is my order, and why does it wait? {@code order and fulfilment events -> OrderDetails ->
 * order(id), whyStuck(orderId)}.
 */
@NullMarked
package io.throughline.query.orderdetails;

import org.jspecify.annotations.NullMarked;
