/**
 * Erasing a customer's personal data: two people agree, what stands in the way is waited for, then
 * the customer's key is deleted, and in the end the key that wrapped it.
 *
 * <p>{@code POST /api/v1/customers/{id}/erasure -> FourEyes -> ApprovalGranted -> EraseCustomerTask
 * -> ErasureBegan, ErasureDelayed, CustomerErased, CustomerKeyDeleted; EpochKeyDestroyed ->
 * CompleteErasuresTask -> ErasureCompleted}
 */
@NullMarked
package io.throughline.command.erasure;

import org.jspecify.annotations.NullMarked;
