package io.throughline.command.erp;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Deposits in NetSuite: whoever takes the customer's money there makes a customer deposit of the
 * sales order. One is applied to an invoice by being transformed into a deposit application, the
 * only way in which one is made
 * (docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/article_0830101547.html), and paid back by
 * a customer refund. NetSuite has no way to ask for a deposit: what is asked for stands in a field
 * of ours on the sales order, for whoever or whatever writes to the customer. The names of a
 * deposit's fields in SuiteQL, and how a refund names a deposit, were not checked against the
 * vendor.
 */
final class NetSuiteDeposits implements ErpDeposits {
  private static final String DEPOSIT = "customerDeposit";
  private static final String APPLICATION = "depositApplication";
  private static final String REFUND = "customerRefund";

  private final NetSuiteClient client;
  private final JsonMapper json = JsonMapper.builder().build();

  NetSuiteDeposits(NetSuiteClient client) {
    this.client = client;
  }

  @Override
  public Answer<Boolean> requestDeposit(OrderId orderId, Money amount) {
    var body = json.createObjectNode();
    body.put("custbody_deposit_requested", amount.amount().toPlainString());
    return client.patch("salesOrder", orderId.value(), body).map(_ -> true);
  }

  @Override
  public Answer<List<Deposit>> deposits(OrderId orderId, Currency currency) {
    var query =
        "SELECT id, foreigntotal, foreignamountunpaid FROM transaction WHERE type = 'CustDep' AND"
            + " custbody_order_id = '"
            + orderId.value().replace("'", "''")
            + "' ORDER BY id";
    return client.query(
        query,
        rows ->
            rows.stream()
                .map(
                    row ->
                        new Deposit(
                            NetSuiteRecords.text(row, "id"),
                            NetSuiteRecords.money(row, "foreigntotal", currency),
                            NetSuiteRecords.money(row, "foreignamountunpaid", currency)))
                .toList());
  }

  @Override
  public Answer<Money> applyDeposits(OrderId orderId, ShipmentId shipmentId, Currency currency) {
    return deposits(orderId, currency)
        .then(found -> applied(found, shipmentId, Money.zero(currency)));
  }

  /** One after the other: what one pays is not left for the next. */
  private Answer<Money> applied(List<Deposit> deposits, ShipmentId shipment, Money before) {
    if (deposits.isEmpty()) {
      return new Answer.Done<>(before);
    }
    var rest = deposits.subList(1, deposits.size());
    return applied(deposits.getFirst(), shipment)
        .then(amount -> applied(rest, shipment, before.plus(amount)));
  }

  /** Asked for first: where an earlier try was carried out, less is left now. */
  private Answer<Money> applied(Deposit deposit, ShipmentId shipment) {
    var as = shipment.value() + "-" + deposit.depositId();
    return total(APPLICATION, as)
        .then(
            found ->
                found
                    .<Answer<Money>>map(Answer.Done::new)
                    .orElseGet(() -> apply(deposit, shipment, as)));
  }

  private Answer<Money> apply(Deposit deposit, ShipmentId shipment, String as) {
    var currency = deposit.left().currency();
    return client
        .get(
            "invoice",
            shipment.value(),
            it -> NetSuiteRecords.money(it, "amountRemaining", currency))
        .then(NetSuiteTransforms::shown)
        .then(
            due -> {
              var part = deposit.left().exceeds(due) ? due : deposit.left();
              return part.amount().signum() <= 0
                  ? total(APPLICATION, as) // another try may have been quicker
                      .map(found -> found.orElse(Money.zero(currency)))
                  : transformed(deposit, shipment, as, part);
            });
  }

  private Answer<Money> transformed(Deposit deposit, ShipmentId shipment, String as, Money part) {
    var body = json.createObjectNode().put("externalId", as);
    NetSuiteRecords.use(body, "apply", part).put("externalId", shipment.value());
    var made = client.transformById(DEPOSIT, deposit.depositId(), APPLICATION, body);
    var isThere =
        made instanceof Answer.Refused<String>(var findings, _)
                && NetSuiteProblem.isDuplicate(findings)
            ? new Answer.Done<>("")
            : made;
    return isThere.then(_ -> total(APPLICATION, as)).then(NetSuiteTransforms::shown);
  }

  private Answer<Optional<Money>> total(String type, String externalId) {
    return client.get(type, externalId, NetSuiteDeposits::total);
  }

  private static Money total(JsonNode record) {
    return NetSuiteRecords.money(record, "total", NetSuiteRecords.currency(record));
  }

  @Override
  public Answer<Money> refundDeposits(OrderId orderId, CustomerId customerId, Currency currency) {
    Function<List<Deposit>, Answer<Money>> refund =
        found -> refunded(found, orderId, customerId, Money.zero(currency));
    return deposits(orderId, currency).then(refund);
  }

  private Answer<Money> refunded(
      List<Deposit> deposits, OrderId order, CustomerId customer, Money before) {
    if (deposits.isEmpty()) {
      return new Answer.Done<>(before);
    }
    var rest = deposits.subList(1, deposits.size());
    return refunded(deposits.getFirst(), order, customer)
        .then(amount -> refunded(rest, order, customer, before.plus(amount)));
  }

  private Answer<Money> refunded(Deposit deposit, OrderId order, CustomerId customer) {
    var as = order.value() + "-" + deposit.depositId();
    return total(REFUND, as)
        .then(
            found ->
                found
                    .<Answer<Money>>map(Answer.Done::new)
                    .orElseGet(() -> refund(deposit, customer, as)));
  }

  private Answer<Money> refund(Deposit deposit, CustomerId customer, String as) {
    var left = deposit.left();
    if (left.amount().compareTo(BigDecimal.ZERO) <= 0) {
      return new Answer.Done<>(left);
    }
    var body = NetSuiteRecords.refund(customer, left.currency());
    NetSuiteRecords.use(body, "deposit", left).put("id", deposit.depositId());
    return client
        .put(REFUND, as, body)
        .then(_ -> total(REFUND, as))
        .then(NetSuiteTransforms::shown);
  }
}
