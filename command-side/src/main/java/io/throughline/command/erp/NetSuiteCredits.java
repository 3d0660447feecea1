package io.throughline.command.erp;

import io.throughline.command.erp.ErpBilling.SubscriptionCharge;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.CreditId;
import io.throughline.kernel.fulfilment.ReturnId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Credits in NetSuite: a return's authorization is transformed into its credit memo, a
 * subscription's is put; both lessen invoices by their {@code apply} list and are paid back by a
 * customer refund under the same external id. Each record is asked for before it is written. The
 * names of the fields, and that a credit memo that is posted takes another line in its {@code
 * apply} list over REST, were not checked against the vendor.
 */
final class NetSuiteCredits implements ErpCredits {
  private static final String CREDIT_MEMO = "creditMemo";
  private static final String REFUND = "customerRefund";

  private final NetSuiteClient client;
  private final NetSuiteTransforms transforms;
  private final JsonMapper json = JsonMapper.builder().build();

  NetSuiteCredits(NetSuiteClient client, NetSuiteTransforms transforms) {
    this.client = client;
    this.transforms = transforms;
  }

  @Override
  public Answer<CreditMemo> creditReturn(ReturnId returnId, List<LineQuantity> lines) {
    return transforms.once(
        "returnAuthorization",
        returnId.value(),
        CREDIT_MEMO,
        returnId.value(),
        lines,
        NetSuiteCredits::creditMemo);
  }

  @Override
  public Answer<CreditMemo> creditSubscription(SubscriptionCharge charge) {
    return NetSuiteBilling.made(client, CREDIT_MEMO, charge, NetSuiteCredits::creditMemo);
  }

  private static CreditMemo creditMemo(JsonNode record) {
    var currency = NetSuiteRecords.currency(record);
    return new CreditMemo(
        NetSuiteRecords.text(record, "id"),
        NetSuiteRecords.text(record, "tranId"),
        NetSuiteRecords.money(record, "subtotal", currency),
        NetSuiteRecords.money(record, "taxTotal", currency),
        NetSuiteRecords.money(record, "applied", currency),
        NetSuiteRecords.lines(record));
  }

  @Override
  public Answer<Application> applyCredit(CreditId credit, BillId bill) {
    return standing(
        credit,
        bill,
        (invoiceId, now) -> {
          var part = now.left().exceeds(now.remaining()) ? now.remaining() : now.left();
          return part.amount().signum() <= 0
              ? new Answer.Done<>(now)
              : client
                  .patch(CREDIT_MEMO, credit.value(), use(invoiceId, now.applied().plus(part)))
                  .then(_ -> standing(credit, bill, (_, then) -> new Answer.Done<>(then)));
        });
  }

  /** All that it is to lessen that invoice by, so that writing it again adds nothing. */
  private JsonNode use(String invoiceId, Money total) {
    var body = json.createObjectNode();
    NetSuiteRecords.use(body, "apply", total).put("id", invoiceId);
    return body;
  }

  /**
   * The credit is read before the invoice and after it: another try may be at it, and half of what
   * that does is neither how it was nor how it is.
   */
  private Answer<Application> standing(
      CreditId credit,
      BillId bill,
      BiFunction<String, Application, Answer<Application>> whenKnown) {
    return record(CREDIT_MEMO, credit.value())
        .then(
            before ->
                record("invoice", bill.value())
                    .then(
                        invoice ->
                            record(CREDIT_MEMO, credit.value())
                                .then(
                                    memo ->
                                        memo.path("apply").equals(before.path("apply"))
                                            ? whenKnown.apply(
                                                NetSuiteRecords.text(invoice, "id"),
                                                application(memo, invoice))
                                            : standing(credit, bill, whenKnown))));
  }

  private Answer<JsonNode> record(String type, String externalId) {
    return client.get(type, externalId, Function.identity()).then(NetSuiteTransforms::shown);
  }

  private static Application application(JsonNode memo, JsonNode invoice) {
    var currency = NetSuiteRecords.currency(memo);
    var id = NetSuiteRecords.text(invoice, "id");
    var applied =
        memo.path("apply")
            .path("items")
            .valueStream()
            .filter(it -> it.path("apply").asBoolean(false))
            .filter(it -> it.path("doc").path("id").asString("").equals(id))
            .map(it -> NetSuiteRecords.money(it, "amount", currency))
            .reduce(Money.zero(currency), Money::plus);
    return new Application(
        applied,
        NetSuiteRecords.money(memo, "unapplied", currency),
        NetSuiteRecords.money(invoice, "amountRemaining", currency));
  }

  @Override
  public Answer<Refund> refundCredit(CustomerId customerId, CreditId credit, Money amount) {
    return refund(credit)
        .then(
            found ->
                found
                    .<Answer<Refund>>map(Answer.Done::new)
                    .orElseGet(
                        () ->
                            client
                                .put(REFUND, credit.value(), refund(customerId, credit, amount))
                                .then(_ -> refund(credit))
                                .then(NetSuiteTransforms::shown)));
  }

  private Answer<Optional<Refund>> refund(CreditId credit) {
    return client.get(
        REFUND,
        credit.value(),
        record ->
            new Refund(
                NetSuiteRecords.text(record, "id"),
                NetSuiteRecords.money(record, "total", NetSuiteRecords.currency(record))));
  }

  private JsonNode refund(CustomerId customerId, CreditId credit, Money amount) {
    var body = NetSuiteRecords.refund(customerId, amount.currency());
    NetSuiteRecords.use(body, "apply", amount).put("externalId", credit.value());
    return body;
  }
}
