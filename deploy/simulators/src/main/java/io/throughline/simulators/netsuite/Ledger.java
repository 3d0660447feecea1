package io.throughline.simulators.netsuite;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Double-entry books: debits are positive, credits negative, and all accounts together come to
 * nothing.
 */
final class Ledger {
  private final Map<String, BigDecimal> accounts = new TreeMap<>();

  void invoice(Invoice invoice) {
    post("accounts receivable", invoice.gross());
    post("revenue", invoice.net().negate());
    post("sales tax payable", invoice.tax().negate());
  }

  void payment(Invoice invoice) {
    post("bank", invoice.gross());
    post("accounts receivable", invoice.gross().negate());
  }

  private void post(String account, BigDecimal amount) {
    accounts.merge(account, amount, BigDecimal::add);
  }

  Map<String, BigDecimal> trialBalance() {
    return new TreeMap<>(accounts);
  }
}
