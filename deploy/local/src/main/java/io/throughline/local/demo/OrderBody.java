package io.throughline.local.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.DepositTerms;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PartnerId;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ShipTo;
import io.throughline.kernel.ShipToKey;
import io.throughline.kernel.SubscriptionTerms;
import io.throughline.local.input.Input;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of the command API's request to submit an order. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderBody(
    OrderId orderId,
    CustomerId customerId,
    String owner,
    LocalDate orderedOn,
    @Nullable LocalDate requestedOn,
    Currency currency,
    PriceBasis priceBasis,
    String taxRegion,
    @Nullable PartnerId partnerId,
    @Nullable Deposit deposit,
    Address shipTo,
    List<ShipTo> furtherShipTos,
    List<Line> lines) {

  static OrderBody of(Input.Order order) {
    var terms = order.terms();
    return new OrderBody(
        order.orderId(),
        order.customerId(),
        order.owner(),
        terms.orderedOn(),
        terms.requestedOn(),
        terms.currency(),
        terms.priceBasis(),
        terms.taxRegion(),
        terms.partnerId(),
        terms.deposit() == null ? null : Deposit.of(terms.deposit()),
        terms.shipTo(),
        terms.furtherShipTos(),
        terms.lines().stream().map(Line::of).toList());
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Deposit(@Nullable String share, @Nullable String amount) {

    static Deposit of(DepositTerms terms) {
      var share = terms.share();
      var amount = terms.amount();
      return new Deposit(
          share == null ? null : share.toPlainString(),
          amount == null ? null : amount.amount().toPlainString());
    }
  }

  /** Amounts as text, so that no reader makes floating-point numbers of them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      String lineId,
      String productId,
      int quantity,
      String unitPrice,
      String discount,
      String partnerDiscount,
      @Nullable ShipToKey shipTo,
      @Nullable LocalDate requestedOn,
      @Nullable SubscriptionTerms subscription) {

    static Line of(OrderLine line) {
      return new Line(
          line.lineId().value(),
          line.productId().value(),
          line.quantity(),
          line.unitPrice().amount().toPlainString(),
          line.discount().toPlainString(),
          line.partnerDiscount().toPlainString(),
          line.shipTo(),
          line.requestedOn(),
          line.subscription());
    }
  }
}
