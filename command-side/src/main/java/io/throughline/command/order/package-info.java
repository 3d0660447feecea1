/**
 * The order as the people who sell see it. {@code SubmitOrder -> OrderSubmitted -> fulfilment,
 * orderdetails, orderlist}; {@code CancelOrder -> OrderCancellationRequested -> fulfilment ->
 * OrderCancelled} or {@code OrderCancellationRefused}.
 */
@NullMarked
package io.throughline.command.order;

import org.jspecify.annotations.NullMarked;
