package io.throughline.command.fulfilment;

import io.throughline.kernel.Address;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentStarted;
import io.throughline.kernel.event.FulfilmentEvent.TermsChanged;
import java.util.Currency;
import java.util.List;

/** What the order is fulfilled on: as submitted, and as it was changed since. */
record Terms(SaleTerms sale, boolean creditReleased, boolean priceApproved) {

  static Terms of(FulfilmentStarted started) {
    return new Terms(started.terms(), false, false);
  }

  Terms changed(TermsChanged changed) {
    return new Terms(changed.terms(), changed.creditReleased(), changed.priceApproved());
  }

  Currency currency() {
    return sale.currency();
  }

  List<OrderLine> lines() {
    return sale.lines();
  }

  OrderLine line(LineId lineId) {
    return sale.find(lineId)
        .orElseThrow(() -> new IllegalStateException("The order has no line " + lineId + "."));
  }

  Terms with(SaleTerms changed) {
    return new Terms(changed, creditReleased, priceApproved);
  }

  Terms with(String region) {
    return with(sale.withTaxRegion(region));
  }

  Terms with(Address address) {
    return with(sale.withShipTo(address));
  }

  Terms with(List<OrderLine> changed) {
    return with(sale.withLines(changed));
  }

  /**
   * What finance let through stands as long as the order is worth no more, and the prices as long
   * as they are those that were looked at.
   */
  Terms asWanted(SaleTerms wanted) {
    var sameMoney = !wanted.net().exceeds(sale.net());
    var samePrices = wanted.lines().stream().allMatch(this::isPricedAsBefore);
    return new Terms(wanted, creditReleased && sameMoney, priceApproved && samePrices);
  }

  private boolean isPricedAsBefore(OrderLine line) {
    return sale.lines().stream()
        .anyMatch(
            it ->
                it.productId().equals(line.productId())
                    && it.unitPrice().equals(line.unitPrice())
                    && it.discount().compareTo(line.discount()) == 0
                    && it.partnerDiscount().compareTo(line.partnerDiscount()) == 0);
  }

  Terms withCreditReleased() {
    return new Terms(sale, true, priceApproved);
  }

  Terms withPriceApproved() {
    return new Terms(sale, creditReleased, true);
  }

  /** The order's value without tax. */
  Money net() {
    return sale.net();
  }
}
