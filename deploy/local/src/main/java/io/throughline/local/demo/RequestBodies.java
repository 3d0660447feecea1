package io.throughline.local.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.PriceBasis;
import io.throughline.local.input.Input;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the command API's requests. */
final class RequestBodies {

  private RequestBodies() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CustomerBody(
      CustomerId customerId,
      String name,
      @Nullable String contact,
      @Nullable String email,
      @Nullable String phone,
      Address billTo,
      Currency currency,
      String owner) {

    static CustomerBody of(Input.Customer customer) {
      return new CustomerBody(
          customer.customerId(),
          customer.name(),
          customer.contact(),
          customer.email(),
          customer.phone(),
          customer.billTo(),
          customer.currency(),
          customer.owner());
    }
  }

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
      Address shipTo,
      List<LineBody> lines) {

    static OrderBody of(Input.Order order) {
      return new OrderBody(
          order.orderId(),
          order.customerId(),
          order.owner(),
          order.orderedOn(),
          order.requestedOn(),
          order.currency(),
          order.priceBasis(),
          order.taxRegion(),
          order.shipTo(),
          order.lines().stream()
              .map(
                  line ->
                      new LineBody(
                          line.lineId().value(),
                          line.productId().value(),
                          line.quantity(),
                          line.unitPrice().amount().toPlainString(),
                          line.discount().toPlainString()))
              .toList());
    }
  }

  /** Amounts as text, so that no reader makes floating-point numbers of them. */
  record LineBody(
      String lineId, String productId, int quantity, String unitPrice, String discount) {}
}
