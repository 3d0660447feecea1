/**
 * Which orders? {@code order and fulfilment events -> OrderRow -> orders(filter, orderBy, first,
 * after)}.
 */
@NullMarked
package io.throughline.query.orderlist;

import org.jspecify.annotations.NullMarked;
