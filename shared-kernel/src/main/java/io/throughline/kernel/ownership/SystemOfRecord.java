package io.throughline.kernel.ownership;

/** Whose fact it is. */
public enum SystemOfRecord {
  SALESFORCE,
  ERP,
  CARRIER,
  THROUGHLINE,
  /** Salesforce and the ERP both may state it anew. */
  SHARED
}
