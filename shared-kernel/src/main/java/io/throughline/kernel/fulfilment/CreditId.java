package io.throughline.kernel.fulfilment;

/**
 * What a credit memo is for, and known by to the ERP: goods that came back, or days of a
 * subscription that are not wanted. Where it is paid back, the refund is known by it too.
 */
public sealed interface CreditId permits ReturnId, BillId {
  String value();
}
