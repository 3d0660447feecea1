/**
 * Who is this customer, and how do we stand? {@code customer, order and fulfilment events ->
 * CustomerProfile -> customer(id)}.
 */
@NullMarked
package io.throughline.query.customerprofile;

import org.jspecify.annotations.NullMarked;
