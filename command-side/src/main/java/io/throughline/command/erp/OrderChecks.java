package io.throughline.command.erp;

import io.throughline.command.erp.Erp.ErpOrder;
import io.throughline.command.erp.ErpStock.StockLevel;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Condition;
import io.throughline.kernel.fulfilment.Finding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds an order against what the ERP knows, and finds everything that is wrong at once. Pure. */
final class OrderChecks {
  /** The highest discount that sales may grant a customer, or a partner, as a fraction. */
  private static final BigDecimal HIGHEST_DISCOUNT = new BigDecimal("0.30");

  /**
   * @param creditLimit null if the ERP sets the customer none
   * @param exposure what the customer owes and what of its orders is not billed yet
   */
  record CustomerFacts(
      String erpId, boolean inactive, @Nullable BigDecimal creditLimit, BigDecimal exposure) {}

  /**
   * @param listPrice null if the ERP lists it at no price
   */
  record ItemFacts(String name, @Nullable BigDecimal listPrice, boolean discontinued) {}

  /**
   * @param stock location by location; a product that no warehouse stocks is not among it
   * @param taxRate as a fraction; empty if the ERP does not know the tax region
   */
  record Facts(
      Optional<CustomerFacts> customer,
      Map<ProductId, ItemFacts> items,
      List<StockLevel> stock,
      Optional<BigDecimal> taxRate) {

    /** Whether some warehouse stocks it, whether or not there is any at the moment. */
    boolean isStocked(ProductId product) {
      return stock.stream().anyMatch(level -> level.productId().equals(product));
    }
  }

  private OrderChecks() {}

  static List<Finding> findings(ErpOrder order, Facts facts) {
    var findings = new ArrayList<Finding>();
    var taxRate = facts.taxRate();
    findings.addAll(aboutCustomer(order, facts.customer(), taxRate.orElse(BigDecimal.ZERO)));
    findings.addAll(aboutProducts(order, facts.items()));
    order.sale().goods().forEach(line -> stocked(line, facts, findings));
    if (taxRate.isEmpty()) {
      findings.add(aboutTaxRegion(order));
    }
    return findings;
  }

  private static Finding aboutTaxRegion(ErpOrder order) {
    var region = order.sale().taxRegion();
    return Finding.of(
        Cause.TAX_REGION_UNKNOWN,
        null,
        "The ERP has no tax code " + region + ".",
        Map.of(Condition.TAX_REGION, region));
  }

  /**
   * @param taxRate as a fraction
   */
  static List<Finding> aboutCustomer(
      ErpOrder order, Optional<CustomerFacts> known, BigDecimal taxRate) {
    var findings = new ArrayList<Finding>();
    customer(order, known, taxRate, findings);
    return findings;
  }

  static List<Finding> aboutProducts(ErpOrder order, Map<ProductId, ItemFacts> items) {
    var findings = new ArrayList<Finding>();
    order.sale().lines().forEach(line -> product(order, line, items, findings));
    return findings;
  }

  private static void customer(
      ErpOrder order, Optional<CustomerFacts> known, BigDecimal taxRate, List<Finding> findings) {
    if (known.isEmpty()) {
      findings.add(
          Finding.of(
              Cause.CUSTOMER_UNKNOWN,
              null,
              "The ERP has no customer " + order.customerId() + ".",
              Map.of(Condition.CUSTOMER_ID, order.customerId().value())));
      return;
    }
    var customer = known.get();
    if (customer.inactive()) {
      findings.add(
          Finding.of(
              Cause.CUSTOMER_INACTIVE,
              null,
              "The ERP has the customer " + order.customerId() + " on hold.",
              Map.of(Condition.CUSTOMER_ID, order.customerId().value())));
    }
    credit(order, customer, taxRate, findings);
  }

  /** The sentence is shown to partners too; the amounts, which are the customer's, are not. */
  private static void credit(
      ErpOrder order, CustomerFacts customer, BigDecimal taxRate, List<Finding> findings) {
    var limit = customer.creditLimit();
    if (limit == null || order.creditReleased()) {
      return;
    }
    var net =
        order.sale().lines().stream()
            .map(line -> line.net().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var gross = net.add(net.multiply(taxRate).setScale(2, RoundingMode.HALF_UP));
    var booked = order.booked() == null ? BigDecimal.ZERO : order.booked().amount();
    var others = customer.exposure().subtract(booked);
    var exposure = others.add(gross);
    if (exposure.compareTo(limit) > 0) {
      findings.add(
          Finding.of(
              Cause.CREDIT_LIMIT_EXCEEDED,
              null,
              "With this order the customer would owe more than the credit limit allows.",
              Map.of(
                  Condition.CREDIT_LIMIT, limit.toPlainString(),
                  Condition.EXPOSURE, others.toPlainString(),
                  Condition.ORDER, gross.toPlainString(),
                  Condition.CURRENCY, order.sale().currency().getCurrencyCode())));
    }
  }

  private static void product(
      ErpOrder order, OrderLine line, Map<ProductId, ItemFacts> items, List<Finding> findings) {
    var product = line.productId();
    var item = items.get(product);
    if (item == null) {
      findings.add(
          about(line, Cause.PRODUCT_UNKNOWN, "The ERP has no product " + product + ".", Map.of()));
      return;
    }
    if (item.discontinued()) {
      findings.add(
          about(
              line,
              Cause.PRODUCT_DISCONTINUED,
              item.name() + " (" + product + ") is discontinued.",
              Map.of()));
    }
    if (order.sale().priceBasis() == PriceBasis.LIST && !order.priceApproved()) {
      price(line, item, findings);
    }
  }

  /** Of what is unknown or discontinued that is said already. */
  private static void stocked(OrderLine line, Facts facts, List<Finding> findings) {
    var product = line.productId();
    var item = facts.items().get(product);
    if (item != null && !item.discontinued() && !facts.isStocked(product)) {
      findings.add(
          about(
              line,
              Cause.NOT_STOCKED,
              "No warehouse stocks " + item.name() + " (" + product + ").",
              Map.of()));
    }
  }

  private static void price(OrderLine line, ItemFacts item, List<Finding> findings) {
    var price = line.unitPrice().amount();
    var listPrice = item.listPrice();
    if (listPrice == null) {
      findings.add(
          about(
              line,
              Cause.PRICE_NOT_APPROVED,
              item.name() + " has no list price, and was offered at " + price.toPlainString() + ".",
              Map.of(Condition.UNIT_PRICE, price.toPlainString())));
    } else if (price.compareTo(listPrice) != 0) {
      findings.add(
          about(
              line,
              Cause.PRICE_NOT_APPROVED,
              item.name()
                  + " is listed at "
                  + listPrice.toPlainString()
                  + ", not "
                  + price.toPlainString()
                  + ".",
              Map.of(
                  Condition.LIST_PRICE,
                  listPrice.toPlainString(),
                  Condition.UNIT_PRICE,
                  price.toPlainString())));
    }
    discount(line, Condition.DISCOUNT, line.discount(), "The discount on " + item.name(), findings);
    discount(
        line,
        Condition.PARTNER_DISCOUNT,
        line.partnerDiscount(),
        "The partner's discount on " + item.name(),
        findings);
  }

  private static void discount(
      OrderLine line, Condition name, BigDecimal discount, String what, List<Finding> findings) {
    if (discount.compareTo(HIGHEST_DISCOUNT) > 0) {
      findings.add(
          about(
              line,
              Cause.PRICE_NOT_APPROVED,
              what + " is higher than sales may grant.",
              Map.of(
                  name,
                  discount.toPlainString(),
                  Condition.HIGHEST,
                  HIGHEST_DISCOUNT.toPlainString())));
    }
  }

  private static Finding about(
      OrderLine line, Cause cause, String message, Map<Condition, String> values) {
    var all = new EnumMap<Condition, String>(Condition.class);
    all.putAll(values);
    all.put(Condition.PRODUCT_ID, line.productId().value());
    return Finding.of(cause, line.lineId(), message, Map.copyOf(all));
  }
}
