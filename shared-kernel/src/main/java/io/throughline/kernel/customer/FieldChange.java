package io.throughline.kernel.customer;

/** One field that says something else now. */
public record FieldChange(CustomerField field, FieldValue before, FieldValue after) {}
