package io.throughline.kernel.customer;

/**
 * One field that both sides changed, each in its own way.
 *
 * @param common what both last agreed on
 * @param ours what Salesforce states
 * @param theirs what the ERP states
 */
public record FieldConflict(
    CustomerField field, FieldValue common, FieldValue ours, FieldValue theirs) {}
