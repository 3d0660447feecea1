package io.throughline.simulators.netsuite;

import java.math.BigDecimal;
import java.time.Instant;

/** An invoice, whatever it is for: it is paid, in parts too, and lessened by credit memos. */
sealed interface Receivable permits Invoice, ServiceBill {

  String internalId();

  String externalId();

  /** The customer's external id. */
  String customer();

  /** The caller's own number of the order. */
  String orderNumber();

  BigDecimal net();

  BigDecimal tax();

  /** With payments and deposits. */
  BigDecimal paid();

  /** What credit memos lessen it by. */
  BigDecimal credited();

  Instant at();

  /** When something was last paid on it, taken off it or credited. */
  Instant modifiedAt();

  Receivable paid(BigDecimal amount, Instant when);

  Receivable credited(BigDecimal amount, Instant when);

  default BigDecimal gross() {
    return net().add(tax());
  }

  default BigDecimal remaining() {
    return gross().subtract(paid()).subtract(credited());
  }
}
