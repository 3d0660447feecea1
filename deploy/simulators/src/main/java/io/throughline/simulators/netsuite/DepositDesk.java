package io.throughline.simulators.netsuite;

import io.throughline.simulators.Agenda;
import io.throughline.simulators.netsuite.Entry.DepositApplied;
import io.throughline.simulators.netsuite.Entry.DepositAsked;
import io.throughline.simulators.netsuite.Entry.DepositReversed;
import io.throughline.simulators.netsuite.Entry.DepositTaken;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The account's rules for what is paid before goods are shipped; customers pay by themselves. */
public final class DepositDesk {
  private final NetSuite account;
  private final AccountState state;
  private final Agenda agenda;
  private final Duration paymentDelay;

  /** Customers who pay nothing in advance by themselves. */
  private final Set<String> withoutDeposits = new HashSet<>();

  DepositDesk(NetSuite account, AccountState state, Agenda agenda, Duration paymentDelay) {
    this.account = account;
    this.state = state;
    this.agenda = agenda;
    this.paymentDelay = paymentDelay;
  }

  /** What the customer is to pay before the order is shipped, with tax. */
  void ask(String order, BigDecimal amount) {
    synchronized (account) {
      var found = state.orders.require(order);
      if (amount.signum() < 0) {
        throw Problem.invalid("custbody_deposit_requested", "Please enter a positive amount.");
      }
      var known = state.afterSales.depositsAsked.get(found.externalId);
      if (known == null || known.amount().compareTo(amount) != 0) {
        account.record(new DepositAsked(found.externalId, amount, account.now()));
      }
    }
  }

  /** Whether customers pay deposits that they are asked for by themselves. */
  public void paysBySelf(String customer, boolean pays) {
    synchronized (account) {
      if (pays) {
        withoutDeposits.remove(customer);
      } else {
        withoutDeposits.add(customer);
      }
    }
  }

  /** The customer pays what is left of the deposit that it was asked for, at once. */
  public void pay(String order) {
    synchronized (account) {
      var asked = state.afterSales.depositsAsked.get(order);
      var found = state.orders.find(order);
      if (asked == null
          || found.isEmpty()
          || found.get().lines.stream().allMatch(it -> it.closed)) {
        return; // nobody pays for what is not wanted any more
      }
      var paid =
          state.afterSales.deposits.all().stream()
              .filter(it -> it.order().externalId.equals(order))
              .map(Deposit::amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      var left = asked.amount().subtract(paid);
      if (left.signum() > 0) {
        var number = state.afterSales.deposits.all().size() + 1;
        account.record(new DepositTaken(order + "-D" + number, order, left, account.now()));
      }
    }
  }

  /**
   * The bank takes the last payment in advance on an order back.
   *
   * @throws IllegalArgumentException if there is none of which all is left
   */
  public void reverse(String order) {
    synchronized (account) {
      var deposit =
          state.afterSales.deposits.all().stream()
              .filter(it -> it.order().externalId.equals(order))
              .filter(it -> it.amount().signum() > 0 && it.left().compareTo(it.amount()) == 0)
              .reduce((_, later) -> later)
              .orElseThrow(
                  () -> new IllegalArgumentException("No deposit of " + order + " is untouched."));
      account.record(new DepositReversed(deposit.externalId(), account.now()));
    }
  }

  void plan(DepositAsked asked) {
    var customer = state.orders.known(asked.order()).terms.customer();
    if (!withoutDeposits.contains(customer)) {
      agenda.at(asked.at().plus(paymentDelay), () -> pay(asked.order()));
    }
  }

  /** A payment in advance, whoever asked for it and whenever it comes. */
  public String take(String externalId, String order, BigDecimal amount) {
    synchronized (account) {
      var known = state.afterSales.deposits.find(externalId);
      if (known.isPresent()) {
        return known.get().internalId();
      }
      var found = state.orders.require("eid:" + order);
      if (amount.signum() <= 0) {
        throw Problem.invalid("payment", "Please enter a positive amount.");
      }
      account.record(new DepositTaken(externalId, found.externalId, amount, account.now()));
      return state.afterSales.deposits.known(externalId).internalId();
    }
  }

  String apply(String deposit, String externalId, String invoice, BigDecimal amount) {
    synchronized (account) {
      var found = state.afterSales.deposits.require(deposit);
      if (state.afterSales.applications.has(externalId)) {
        throw Problem.duplicate(externalId);
      }
      var most = found.left().min(state.invoices.require("eid:" + invoice).remaining());
      if (amount.signum() <= 0 || amount.compareTo(most) > 0) {
        throw Problem.invalid(
            "apply.items[0].amount", "Only " + most + " can be applied, not " + amount + ".");
      }
      account.record(
          new DepositApplied(externalId, found.externalId(), invoice, amount, account.now()));
      return state.afterSales.applications.known(externalId).internalId();
    }
  }
}
