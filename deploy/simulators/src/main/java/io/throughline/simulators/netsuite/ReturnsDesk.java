package io.throughline.simulators.netsuite;

import io.throughline.simulators.netsuite.Entry.CreditApplied;
import io.throughline.simulators.netsuite.Entry.Credited;
import io.throughline.simulators.netsuite.Entry.ItemsReceived;
import io.throughline.simulators.netsuite.Entry.Refunded;
import io.throughline.simulators.netsuite.Entry.ReturnAuthorized;
import io.throughline.simulators.netsuite.Entry.ReturnClosed;
import io.throughline.simulators.netsuite.Entry.ServiceBilled;
import io.throughline.simulators.netsuite.Entry.ServiceTerms;
import io.throughline.simulators.netsuite.RequestBody.RefundTerms;
import java.math.BigDecimal;
import java.util.Map;

/** The account's rules for what comes back, is credited and is paid back. */
final class ReturnsDesk {
  private final NetSuite account;
  private final AccountState state;

  ReturnsDesk(NetSuite account, AccountState state) {
    this.account = account;
    this.state = state;
  }

  /** Makes a credit memo of its own, or finds that it is there already. */
  String creditService(String externalId, ServiceTerms terms) {
    synchronized (account) {
      var known = state.afterSales.credits.find(externalId);
      if (known.isPresent()) {
        if (!terms.equals(known.get().service())) {
          throw NetSuite.posted();
        }
        return known.get().internalId();
      }
      OrderRules.check(terms, state);
      account.record(new ServiceBilled(externalId, true, terms, account.now()));
      return state.afterSales.credits.known(externalId).internalId();
    }
  }

  /**
   * @param amount all that the credit is to lessen that invoice by
   */
  void applyCredit(String credit, String invoice, BigDecimal amount) {
    synchronized (account) {
      var memo = state.afterSales.credits.require(credit);
      var due = state.receivable(invoice);
      var already = memo.on(due.externalId());
      var most = already.add(memo.left().min(due.remaining()).max(BigDecimal.ZERO));
      if (!memo.customer().equals(due.customer())) {
        throw Problem.invalid("apply.items[0].doc", "The invoice is another customer's.");
      }
      if (amount.compareTo(already) < 0 || amount.compareTo(most) > 0) {
        throw Problem.invalid(
            "apply.items[0].amount", "Only " + most + " can be applied, not " + amount + ".");
      }
      if (amount.compareTo(already) > 0) {
        account.record(
            new CreditApplied(memo.externalId(), due.externalId(), amount, account.now()));
      }
    }
  }

  String authorizeReturn(String order, String externalId, Map<String, Integer> quantities) {
    synchronized (account) {
      var found = state.orders.require(order);
      if (state.afterSales.returns.has(externalId)) {
        throw Problem.duplicate(externalId);
      }
      quantities.forEach(
          (key, units) ->
              OrderRules.checkPart(
                  key,
                  units,
                  found.line(key).fulfilled() - state.afterSales.claimed(found, key),
                  "returned"));
      account.record(new ReturnAuthorized(externalId, found.externalId, quantities, account.now()));
      return state.afterSales.returns.known(externalId).internalId;
    }
  }

  String receive(String authorization, String externalId, Map<String, Integer> quantities) {
    synchronized (account) {
      var back = state.afterSales.returns.require(authorization);
      if (state.afterSales.receipts.has(externalId)) {
        throw Problem.duplicate(externalId);
      }
      if (back.closed) {
        throw Problem.invalid("createdFrom", "The return authorization is closed.");
      }
      quantities.forEach(
          (key, units) ->
              OrderRules.checkPart(
                  key,
                  units,
                  back.quantities.getOrDefault(key, 0) - back.received.getOrDefault(key, 0),
                  "received"));
      account.record(new ItemsReceived(externalId, back.externalId, quantities, account.now()));
      return state.afterSales.receipts.known(externalId).internalId();
    }
  }

  String credit(String authorization, String externalId, Map<String, Integer> quantities) {
    synchronized (account) {
      var back = state.afterSales.returns.require(authorization);
      if (state.afterSales.credits.has(externalId)) {
        throw Problem.duplicate(externalId);
      }
      var order = state.orders.known(back.order.externalId);
      quantities.forEach(
          (key, units) ->
              OrderRules.checkPart(
                  key,
                  units,
                  Math.min(
                      back.received.getOrDefault(key, 0) - back.credited.getOrDefault(key, 0),
                      order.line(key).billed - state.afterSales.credited(order, key)),
                  "credited"));
      account.record(new Credited(externalId, back.externalId, quantities, account.now()));
      return state.afterSales.credits.known(externalId).internalId();
    }
  }

  void closeReturn(String authorization) {
    synchronized (account) {
      var back = state.afterSales.returns.require(authorization);
      if (!back.closed) {
        account.record(new ReturnClosed(back.externalId, account.now()));
      }
    }
  }

  String refund(String externalId, RefundTerms terms) {
    synchronized (account) {
      var known = state.afterSales.refunds.find(externalId);
      if (known.isPresent()) {
        return known.get().internalId();
      }
      var deposit = terms.isDeposit() ? state.afterSales.deposit(terms.of()) : null;
      var left =
          deposit == null
              ? state.afterSales.credits.require("eid:" + terms.of()).left()
              : deposit.left();
      if (terms.amount().signum() <= 0 || terms.amount().compareTo(left) > 0) {
        throw Problem.invalid(
            "apply.items[0].amount",
            "Only " + left + " can be refunded, not " + terms.amount() + ".");
      }
      account.record(
          new Refunded(
              externalId,
              terms.customer(),
              terms.currency(),
              deposit == null ? terms.of() : deposit.externalId(),
              terms.isDeposit(),
              terms.amount(),
              account.now()));
      return state.afterSales.refunds.known(externalId).internalId();
    }
  }
}
