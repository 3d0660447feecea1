package io.throughline.kernel.fulfilment;

/** The system whose answer stopped a step. */
public enum Dependency {
  ERP,
  CARRIER,
  SALESFORCE,
  THROUGHLINE
}
