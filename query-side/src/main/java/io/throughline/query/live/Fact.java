package io.throughline.query.live;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Something that a system can be asked.
 *
 * @param path of the system API
 */
record Fact(String path) {

  static Fact credit(CustomerId customer) {
    return new Fact("/system/v1/erp/customers/" + part(customer.value()) + "/credit");
  }

  static Fact availability(ProductId product) {
    return new Fact("/system/v1/erp/products/" + part(product.value()) + "/availability");
  }

  static Fact order(OrderId order) {
    return new Fact("/system/v1/erp/orders/" + part(order.value()));
  }

  static Fact invoice(ShipmentId shipment) {
    return new Fact("/system/v1/erp/invoices/" + part(shipment.value()));
  }

  static Fact shipment(String provider, ShipmentId shipment) {
    return new Fact(
        "/system/v1/carriers/" + part(provider) + "/shipments/" + part(shipment.value()));
  }

  private static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
