package io.throughline.kernel;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed in a sale: what, for how much, through whom, where to and by when.
 *
 * @param orderedOn the day of the sale, in the seller's calendar
 * @param requestedOn the day the customer asked for, if any; a line may have its own
 * @param taxRegion the ERP's tax code for the sale
 * @param company the company that sells, by its code in the CRM; null: it is not said, as where
 *     there is only one
 * @param partnerId through whom it was made; null: directly
 * @param deposit what is to be paid before anything is shipped; null: nothing
 * @param shipTo where lines go that name no other address
 * @param furtherShipTos other addresses that lines name, each key once
 */
public record SaleTerms(
    LocalDate orderedOn,
    @Nullable LocalDate requestedOn,
    Currency currency,
    PriceBasis priceBasis,
    String taxRegion,
    @Nullable String company,
    @Nullable PartnerId partnerId,
    @Nullable DepositTerms deposit,
    Address shipTo,
    List<ShipTo> furtherShipTos,
    List<OrderLine> lines) {

  /** A plain sale: made directly, for one address and no particular day. */
  public static SaleTerms of(
      LocalDate orderedOn,
      Currency currency,
      PriceBasis priceBasis,
      String taxRegion,
      Address shipTo,
      List<OrderLine> lines) {
    return new SaleTerms(
        orderedOn,
        null,
        currency,
        priceBasis,
        taxRegion,
        null,
        null,
        null,
        shipTo,
        List.of(),
        lines);
  }

  /** The value without tax; of what is subscribed to, that of one period. */
  public Money net() {
    return lines.stream().map(OrderLine::net).reduce(Money.zero(currency), Money::plus);
  }

  /** The lines that are shipped and invoiced once. */
  public List<OrderLine> goods() {
    return lines.stream().filter(line -> !line.recurs()).toList();
  }

  /** The lines that are subscribed to. */
  public List<OrderLine> subscriptions() {
    return lines.stream().filter(OrderLine::recurs).toList();
  }

  /** The value of the goods without tax: what the order comes to without its subscriptions. */
  public Money goodsNet() {
    return goods().stream().map(OrderLine::net).reduce(Money.zero(currency), Money::plus);
  }

  public Optional<OrderLine> find(LineId lineId) {
    return lines.stream().filter(line -> line.lineId().equals(lineId)).findFirst();
  }

  /** Whether a line may name the key. */
  public boolean knows(ShipToKey key) {
    return furtherShipTos.stream().anyMatch(it -> it.key().equals(key));
  }

  /**
   * Where goods go.
   *
   * @param key as a line has it; null: the order's own address
   * @throws IllegalStateException if the sale has no such address
   */
  public Address addressOf(@Nullable ShipToKey key) {
    return key == null
        ? shipTo
        : furtherShipTos.stream()
            .filter(it -> it.key().equals(key))
            .map(ShipTo::address)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The sale has no address " + key + "."));
  }

  /** The day on which a line is asked for, its own or else the order's. */
  public @Nullable LocalDate dayOf(OrderLine line) {
    return line.requestedOn() == null ? requestedOn : line.requestedOn();
  }

  public SaleTerms withRequestedOn(@Nullable LocalDate day) {
    return new SaleTerms(
        orderedOn,
        day,
        currency,
        priceBasis,
        taxRegion,
        company,
        partnerId,
        deposit,
        shipTo,
        furtherShipTos,
        lines);
  }

  public SaleTerms withTaxRegion(String region) {
    return new SaleTerms(
        orderedOn,
        requestedOn,
        currency,
        priceBasis,
        region,
        company,
        partnerId,
        deposit,
        shipTo,
        furtherShipTos,
        lines);
  }

  public SaleTerms withCompany(@Nullable String seller) {
    return new SaleTerms(
        orderedOn,
        requestedOn,
        currency,
        priceBasis,
        taxRegion,
        seller,
        partnerId,
        deposit,
        shipTo,
        furtherShipTos,
        lines);
  }

  public SaleTerms withPartner(@Nullable PartnerId partner) {
    return new SaleTerms(
        orderedOn,
        requestedOn,
        currency,
        priceBasis,
        taxRegion,
        company,
        partner,
        deposit,
        shipTo,
        furtherShipTos,
        lines);
  }

  public SaleTerms withDeposit(@Nullable DepositTerms agreed) {
    return new SaleTerms(
        orderedOn,
        requestedOn,
        currency,
        priceBasis,
        taxRegion,
        company,
        partnerId,
        agreed,
        shipTo,
        furtherShipTos,
        lines);
  }

  public SaleTerms withShipTo(Address address) {
    return new SaleTerms(
        orderedOn,
        requestedOn,
        currency,
        priceBasis,
        taxRegion,
        company,
        partnerId,
        deposit,
        address,
        furtherShipTos,
        lines);
  }

  public SaleTerms withFurtherShipTos(List<ShipTo> further) {
    return new SaleTerms(
        orderedOn,
        requestedOn,
        currency,
        priceBasis,
        taxRegion,
        company,
        partnerId,
        deposit,
        shipTo,
        List.copyOf(further),
        lines);
  }

  public SaleTerms withLines(List<OrderLine> changed) {
    return new SaleTerms(
        orderedOn,
        requestedOn,
        currency,
        priceBasis,
        taxRegion,
        company,
        partnerId,
        deposit,
        shipTo,
        furtherShipTos,
        List.copyOf(changed));
  }

  /** Replaces an address: the order's own, or the one of that key. */
  public SaleTerms withAddress(@Nullable ShipToKey key, Address address) {
    return key == null
        ? withShipTo(address)
        : withFurtherShipTos(
            Stream.concat(
                    furtherShipTos.stream().filter(it -> !it.key().equals(key)),
                    Stream.of(new ShipTo(key, address)))
                .toList());
  }
}
