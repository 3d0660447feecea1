/**
 * What changes in the ERP comes to whom it concerns, page by page, though the ERP tells nobody.
 *
 * <p>{@code ErpPoller -> TakeCustomerTask -> CustomerChangedInErp}, and {@code -> TakeProductTask
 * -> ProductChanged} for each order that waits for the product.
 */
@NullMarked
package io.throughline.command.changes;

import org.jspecify.annotations.NullMarked;
