package io.throughline.kernel.ownership;

/** Whose fact it is. */
public enum SystemOfRecord {
  SALESFORCE,
  ERP,
  CARRIER,
  THROUGHLINE
}
