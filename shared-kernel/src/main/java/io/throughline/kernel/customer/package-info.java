/**
 * A customer's fields as Salesforce and the ERP both state them, one by one. {@code FieldChange ->
 * CustomerChangedInErp}, {@code FieldConflict -> CustomerParked}.
 */
@NullMarked
package io.throughline.kernel.customer;

import org.jspecify.annotations.NullMarked;
