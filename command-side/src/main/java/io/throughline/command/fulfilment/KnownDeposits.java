package io.throughline.command.fulfilment;

import io.throughline.kernel.OrderId;
import java.util.Currency;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether orders look themselves for what is paid in advance. */
@Component
public class KnownDeposits {
  private final Fulfilments fulfilments;

  KnownDeposits(Fulfilments fulfilments) {
    this.fulfilments = fulfilments;
  }

  /**
   * The currency of an order of that account which asked for a deposit and does not look for it at
   * the moment: what comes then, or is taken back, is news to it. Empty for all others.
   */
  public Optional<Currency> currencyOfWhatIsNotLookedFor(String erp, OrderId order) {
    return fulfilments
        .find(order)
        .filter(state -> erp.equals(state.books().erp()))
        .filter(state -> state.deposit().wasAsked() && Deposits.isNotLookedFor(state))
        .map(state -> state.terms().currency());
  }
}
