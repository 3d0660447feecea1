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

  void invoice(BigDecimal net, BigDecimal tax) {
    post("accounts receivable", net.add(tax));
    post("revenue", net.negate());
    post("sales tax payable", tax.negate());
  }

  /**
   * @param amount with tax
   */
  void payment(BigDecimal amount) {
    post("bank", amount);
    post("accounts receivable", amount.negate());
  }

  void deposit(BigDecimal amount) {
    post("bank", amount);
    post("customer deposits", amount.negate());
  }

  void depositApplied(BigDecimal amount) {
    post("customer deposits", amount);
    post("accounts receivable", amount.negate());
  }

  void depositRefunded(BigDecimal amount) {
    post("customer deposits", amount);
    post("bank", amount.negate());
  }

  void credit(CreditMemo memo) {
    post("revenue", memo.net());
    post("sales tax payable", memo.tax());
    post("accounts receivable", memo.gross().negate());
  }

  void refund(BigDecimal amount) {
    post("accounts receivable", amount);
    post("bank", amount.negate());
  }

  private void post(String account, BigDecimal amount) {
    accounts.merge(account, amount, BigDecimal::add);
  }

  Map<String, BigDecimal> trialBalance() {
    return new TreeMap<>(accounts);
  }
}
