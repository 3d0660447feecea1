package io.throughline.simulators.netsuite;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Something that the account did. Its state is the fold of these. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "did")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.ItemListed.class, name = "item-listed"),
  @JsonSubTypes.Type(value = Entry.ItemEdited.class, name = "item-edited"),
  @JsonSubTypes.Type(value = Entry.CreditLimitSet.class, name = "credit-limit-set"),
  @JsonSubTypes.Type(value = Entry.CustomerPut.class, name = "customer-put"),
  @JsonSubTypes.Type(value = Entry.CustomerLinked.class, name = "customer-linked"),
  @JsonSubTypes.Type(value = Entry.OrderBooked.class, name = "order-booked"),
  @JsonSubTypes.Type(value = Entry.LinesClosed.class, name = "lines-closed"),
  @JsonSubTypes.Type(value = Entry.ItemsFulfilled.class, name = "items-fulfilled"),
  @JsonSubTypes.Type(value = Entry.Invoiced.class, name = "invoiced"),
  @JsonSubTypes.Type(value = Entry.Paid.class, name = "paid"),
  @JsonSubTypes.Type(value = Entry.ServiceBilled.class, name = "service-billed"),
  @JsonSubTypes.Type(value = Entry.PaymentReversed.class, name = "payment-reversed"),
  @JsonSubTypes.Type(value = Entry.DepositAsked.class, name = "deposit-asked"),
  @JsonSubTypes.Type(value = Entry.DepositTaken.class, name = "deposit-taken"),
  @JsonSubTypes.Type(value = Entry.DepositReversed.class, name = "deposit-reversed"),
  @JsonSubTypes.Type(value = Entry.DepositApplied.class, name = "deposit-applied"),
  @JsonSubTypes.Type(value = Entry.ReturnAuthorized.class, name = "return-authorized"),
  @JsonSubTypes.Type(value = Entry.ItemsReceived.class, name = "items-received"),
  @JsonSubTypes.Type(value = Entry.ReturnClosed.class, name = "return-closed"),
  @JsonSubTypes.Type(value = Entry.Credited.class, name = "credited"),
  @JsonSubTypes.Type(value = Entry.CreditApplied.class, name = "credit-applied"),
  @JsonSubTypes.Type(value = Entry.Refunded.class, name = "refunded"),
  @JsonSubTypes.Type(value = Entry.OrderLost.class, name = "order-lost"),
  @JsonSubTypes.Type(value = Entry.InvoiceLost.class, name = "invoice-lost"),
  @JsonSubTypes.Type(value = Entry.InvoiceEdited.class, name = "invoice-edited"),
  @JsonSubTypes.Type(value = Entry.Restocked.class, name = "restocked")
})
sealed interface Entry {

  Instant at();

  /**
   * @param stock units by location; the first location is the one that is restocked
   */
  record ItemListed(
      String itemId,
      String name,
      BigDecimal basePrice,
      boolean inactive,
      SequencedMap<String, Integer> stock,
      int reorderQuantity,
      Instant at)
      implements Entry {}

  /** Somebody changed an item's price, or whether it is sold. */
  record ItemEdited(String itemId, BigDecimal basePrice, boolean inactive, Instant at)
      implements Entry {}

  record CreditLimitSet(String customer, BigDecimal limit, Instant at) implements Entry {}

  /**
   * @param fields those that were given; the others stay as they were
   */
  record CustomerPut(String externalId, Map<String, String> fields, Instant at) implements Entry {}

  /** A customer got another external id. */
  record CustomerLinked(String internalId, String externalId, Instant at) implements Entry {}

  /** A new order, or an order as it was changed before anything of it was fulfilled. */
  record OrderBooked(String externalId, OrderTerms terms, Instant at) implements Entry {}

  /**
   * What an order says.
   *
   * @param reference the customer's own number of it
   */
  record OrderTerms(
      String reference, String customer, String currency, String taxCode, List<OrderLine> lines) {}

  /**
   * @param key the caller's own number of the line
   * @param partnerDiscount of what the discount leaves
   * @param location from which the caller wants it; null: the account decides
   * @param subscription on which terms it is subscribed to: such a line is closed from the
   *     beginning, for it is neither stocked nor billed from the order; null: it is not
   */
  record OrderLine(
      String key,
      String itemId,
      int quantity,
      BigDecimal rate,
      BigDecimal discount,
      BigDecimal partnerDiscount,
      @Nullable String location,
      @Nullable String subscription) {

    /** Whether both can be one of the caller's lines, of which each location has a part. */
    boolean agreesWith(OrderLine other) {
      return itemId.equals(other.itemId)
          && rate.compareTo(other.rate) == 0
          && discount.compareTo(other.discount) == 0
          && Objects.equals(subscription, other.subscription)
          && partnerDiscount.compareTo(other.partnerDiscount) == 0;
    }
  }

  record LinesClosed(String order, List<String> lines, Instant at) implements Entry {}

  record ItemsFulfilled(
      String externalId, String order, Map<String, Integer> quantities, Instant at)
      implements Entry {}

  record Invoiced(String externalId, String order, Map<String, Integer> quantities, Instant at)
      implements Entry {}

  /** A customer paid an invoice, or a part of it. */
  record Paid(String invoice, BigDecimal amount, Instant at) implements Entry {}

  /** The bank took a payment back. */
  record PaymentReversed(String payment, Instant at) implements Entry {}

  /** The customer is to pay so much before the order is shipped. */
  record DepositAsked(String order, BigDecimal amount, Instant at) implements Entry {}

  record DepositTaken(String externalId, String order, BigDecimal amount, Instant at)
      implements Entry {}

  record DepositReversed(String deposit, Instant at) implements Entry {}

  record DepositApplied(
      String externalId, String deposit, String invoice, BigDecimal amount, Instant at)
      implements Entry {}

  record ReturnAuthorized(
      String externalId, String order, Map<String, Integer> quantities, Instant at)
      implements Entry {}

  record ItemsReceived(
      String externalId, String authorization, Map<String, Integer> quantities, Instant at)
      implements Entry {}

  record ReturnClosed(String authorization, Instant at) implements Entry {}

  record Credited(
      String externalId, String authorization, Map<String, Integer> quantities, Instant at)
      implements Entry {}

  /**
   * A credit lessens an invoice.
   *
   * @param amount all that it lessens that invoice by
   */
  record CreditApplied(String credit, String invoice, BigDecimal amount, Instant at)
      implements Entry {}

  /**
   * @param of the external id of the credit memo or the deposit that it comes from
   */
  record Refunded(
      String externalId,
      String customer,
      String currency,
      String of,
      boolean isDeposit,
      BigDecimal amount,
      Instant at)
      implements Entry {}

  /** Somebody deleted an order. */
  record OrderLost(String order, Instant at) implements Entry {}

  /** Somebody deleted an invoice. */
  record InvoiceLost(String invoice, Instant at) implements Entry {}

  /** Somebody changed what an invoice asks for, by hand. */
  record InvoiceEdited(String invoice, BigDecimal net, Instant at) implements Entry {}

  /** An invoice or a credit memo that no sales order stands behind. */
  record ServiceBilled(String externalId, boolean isCredit, ServiceTerms terms, Instant at)
      implements Entry {}

  /**
   * What such a bill says.
   *
   * @param order the caller's own number of an order that it comes of
   * @param line the caller's own number of that order's line
   * @param amount without tax
   * @param from the first day of service
   * @param until the first day that is not of it any more
   */
  record ServiceTerms(
      String customer,
      String currency,
      String taxCode,
      String order,
      String line,
      String itemId,
      BigDecimal amount,
      String from,
      String until) {}

  record Restocked(String itemId, int quantity, Instant at) implements Entry {}
}
