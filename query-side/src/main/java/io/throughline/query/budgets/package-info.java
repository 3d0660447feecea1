/**
 * How the budgets of the ERP's and the logistics providers' accounts stand, read live from the
 * command side in the name of whoever asks. {@code GET /api/v1/operations/budgets -> budgets}.
 */
@NullMarked
package io.throughline.query.budgets;

import org.jspecify.annotations.NullMarked;
