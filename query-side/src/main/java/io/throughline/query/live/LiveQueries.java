package io.throughline.query.live;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.kernel.Money;
import io.throughline.query.customerprofile.CustomerProfile;
import io.throughline.query.orderdetails.Line;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.platform.AsOf;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.JsonNode;

/** The fields that other systems own: all of a request's are asked for together. */
@Controller
class LiveQueries {

  /**
   * @param limit null if the ERP sets none
   * @param balance invoiced and not paid
   * @param unbilled ordered and not invoiced
   */
  record Credit(
      @Nullable Money limit, @Nullable Money balance, @Nullable Money unbilled, LiveState live) {}

  /**
   * @param available over all locations, in whole sales units
   */
  record Availability(@Nullable Integer available, List<Stock> locations, LiveState live) {}

  record Stock(String warehouse, int available) {}

  /**
   * @param status in the ERP's own words
   */
  record ErpOrder(
      @Nullable String status, @Nullable Money net, @Nullable Money tax, LiveState live) {}

  record Settlement(@Nullable Money paid, LiveState live) {}

  /**
   * @param status in the provider's own words
   */
  record CarrierShipment(@Nullable String status, LiveState live) {}

  @SchemaMapping(typeName = "Customer")
  CompletableFuture<Credit> credit(
      CustomerProfile customer, DataLoader<Fact, Told> facts, DataFetchingEnvironment field) {
    var particulars = customer.particulars();
    return asked(facts, Fact.credit(customer.customerId()), field)
        .thenApply(
            told -> {
              var currency = particulars == null ? null : particulars.currency();
              return new Credit(
                  money(told.value().path("creditLimit"), currency),
                  money(told.value().path("balance"), currency),
                  money(told.value().path("unbilledOrders"), currency),
                  told.state());
            });
  }

  @SchemaMapping(typeName = "OrderLine")
  CompletableFuture<Availability> availability(
      Line line, DataLoader<Fact, Told> facts, DataFetchingEnvironment field) {
    return asked(facts, Fact.availability(line.productId()), field)
        .thenApply(
            told -> {
              var locations =
                  told.value()
                      .path("locations")
                      .valueStream()
                      .map(
                          it ->
                              new Stock(
                                  it.path("warehouse").asString(), it.path("available").asInt()))
                      .toList();
              var known = !told.value().isMissingNode();
              return new Availability(
                  known ? locations.stream().mapToInt(Stock::available).sum() : null,
                  locations,
                  told.state());
            });
  }

  @SchemaMapping(typeName = "Order", field = "erpOrder")
  CompletableFuture<ErpOrder> erpOrder(
      OrderDetails order, DataLoader<Fact, Told> facts, DataFetchingEnvironment field) {
    return asked(facts, Fact.order(order.orderId()), field)
        .thenApply(
            told -> {
              var value = told.value();
              var currency =
                  value.path("currency").isString()
                      ? Currency.getInstance(value.path("currency").asString())
                      : null;
              return new ErpOrder(
                  value.path("status").asString(null),
                  money(value.path("net"), currency),
                  money(value.path("tax"), currency),
                  told.state());
            });
  }

  @SchemaMapping(typeName = "Invoice")
  CompletableFuture<Settlement> settlement(
      OrderDetails.Invoice invoice, DataLoader<Fact, Told> facts, DataFetchingEnvironment field) {
    return asked(facts, Fact.invoice(invoice.shipmentId()), field)
        .thenApply(
            told ->
                new Settlement(
                    money(told.value().path("paid").path("amount"), invoice.net().currency()),
                    told.state()));
  }

  @SchemaMapping(typeName = "Shipment", field = "carrierShipment")
  CompletableFuture<CarrierShipment> carrierShipment(
      OrderDetails.Shipment shipment, DataLoader<Fact, Told> facts, DataFetchingEnvironment field) {
    return asked(facts, Fact.shipment(shipment.provider(), shipment.shipmentId()), field)
        .thenApply(
            told -> new CarrierShipment(told.value().path("status").asString(null), told.state()));
  }

  /** What was never stored is not known of another time. */
  private static CompletableFuture<Told> asked(
      DataLoader<Fact, Told> facts, Fact fact, DataFetchingEnvironment field) {
    return field.getLocalContext() instanceof AsOf
        ? CompletableFuture.completedFuture(Told.nothing(LiveState.NOT_RECORDED))
        : facts.load(fact);
  }

  private static @Nullable Money money(JsonNode amount, @Nullable Currency currency) {
    return currency == null || !(amount.isNumber() || amount.isString())
        ? null
        : new Money(new BigDecimal(amount.asString()), currency);
  }
}
