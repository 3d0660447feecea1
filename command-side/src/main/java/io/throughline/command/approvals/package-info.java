/**
 * What needs two people: one asks, another decides, and nobody alone can do both. Whoever carries
 * out what was agreed on listens for its {@code ApprovalGranted}.
 *
 * <p>{@code FourEyes.ask -> ApprovalRequested; POST /api/v1/approvals/{id} -> ApprovalGranted |
 * ApprovalRefused; ExpireApprovalTask -> ApprovalExpired}
 */
@NullMarked
package io.throughline.command.approvals;

import org.jspecify.annotations.NullMarked;
