/**
 * What needs two people: one asks, another decides. {@code Subject -> ApprovalRequested ->
 * ApprovalGranted | ApprovalRefused | ApprovalExpired}.
 */
@NullMarked
package io.throughline.kernel.approval;

import org.jspecify.annotations.NullMarked;
