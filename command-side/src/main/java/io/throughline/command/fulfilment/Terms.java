package io.throughline.command.fulfilment;

import io.throughline.kernel.Address;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentStarted;
import io.throughline.kernel.event.FulfilmentEvent.TermsChanged;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the order is fulfilled on: as submitted, and as remedies changed it since. */
record Terms(
    LocalDate orderedOn,
    @Nullable LocalDate requestedOn,
    Currency currency,
    PriceBasis priceBasis,
    String taxRegion,
    Address shipTo,
    List<OrderLine> lines,
    boolean creditReleased,
    boolean priceApproved) {

  static Terms of(FulfilmentStarted started) {
    return new Terms(
        started.orderedOn(),
        started.requestedOn(),
        started.currency(),
        started.priceBasis(),
        started.taxRegion(),
        started.shipTo(),
        started.lines(),
        false,
        false);
  }

  Terms changed(TermsChanged changed) {
    return new Terms(
        orderedOn,
        requestedOn,
        currency,
        priceBasis,
        changed.taxRegion(),
        changed.shipTo(),
        changed.lines(),
        changed.creditReleased(),
        changed.priceApproved());
  }

  OrderLine line(LineId lineId) {
    return lines.stream()
        .filter(line -> line.lineId().equals(lineId))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The order has no line " + lineId + "."));
  }

  Terms with(String region) {
    return new Terms(
        orderedOn,
        requestedOn,
        currency,
        priceBasis,
        region,
        shipTo,
        lines,
        creditReleased,
        priceApproved);
  }

  Terms with(Address address) {
    return new Terms(
        orderedOn,
        requestedOn,
        currency,
        priceBasis,
        taxRegion,
        address,
        lines,
        creditReleased,
        priceApproved);
  }

  Terms with(List<OrderLine> changed) {
    return new Terms(
        orderedOn,
        requestedOn,
        currency,
        priceBasis,
        taxRegion,
        shipTo,
        changed,
        creditReleased,
        priceApproved);
  }

  Terms withCreditReleased() {
    return new Terms(
        orderedOn,
        requestedOn,
        currency,
        priceBasis,
        taxRegion,
        shipTo,
        lines,
        true,
        priceApproved);
  }

  Terms withPriceApproved() {
    return new Terms(
        orderedOn,
        requestedOn,
        currency,
        priceBasis,
        taxRegion,
        shipTo,
        lines,
        creditReleased,
        true);
  }

  /** The order's value without tax. */
  Money net() {
    return lines.stream().map(OrderLine::net).reduce(Money.zero(currency), Money::plus);
  }
}
