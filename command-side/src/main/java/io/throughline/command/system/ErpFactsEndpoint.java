package io.throughline.command.system;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.erp.Erp;
import io.throughline.command.erp.Erp.Invoice;
import io.throughline.command.erp.ErpInquiries.Credit;
import io.throughline.command.erp.ErpInquiries.OrderStatus;
import io.throughline.command.erp.ErpInquiries.Product;
import io.throughline.command.erp.ErpStock.StockLevel;
import io.throughline.command.erp.Erps;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.ownership.SystemOfRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What the ERP says now. Who may read what stands at each path; whoever is not named may not. */
@RestController
@RequestMapping("/system/v1/erp")
@Tag(name = "The ERP's facts")
@PreAuthorize("denyAll()")
class ErpFactsEndpoint {
  private static final String USUAL = "netsuite";

  private final Erps erps;
  private final LiveFacts facts;
  private final JsonMapper json;

  ErpFactsEndpoint(Erps erps, LiveFacts facts, JsonMapper json) {
    this.erps = erps;
    this.facts = facts;
    this.json = json;
  }

  record Availability(List<StockLevel> locations) {}

  @GetMapping("/customers/{customerId}/credit")
  @PreAuthorize("hasAnyRole('sales', 'finance', 'operations', 'integration')")
  @Operation(summary = "Read what a customer owes and may owe")
  ResponseEntity<FactReply<Credit>> credit(
      @PathVariable String customerId, @RequestParam(defaultValue = USUAL) String account) {
    var customer = new CustomerId(customerId);
    return fact(
        FactKind.CREDIT, account, customer.value(), Credit.class, erp -> erp.credit(customer));
  }

  @GetMapping("/products/{productId}")
  @PreAuthorize("hasAnyRole('sales', 'finance', 'operations', 'integration', 'partner')")
  @Operation(summary = "Read what the ERP lists a product as, and at what price")
  ResponseEntity<FactReply<Product>> product(
      @PathVariable String productId, @RequestParam(defaultValue = USUAL) String account) {
    var product = new ProductId(productId);
    return fact(
        FactKind.PRODUCT, account, product.value(), Product.class, erp -> erp.product(product));
  }

  @GetMapping("/products/{productId}/availability")
  @PreAuthorize("hasAnyRole('sales', 'operations', 'integration', 'partner')")
  @Operation(summary = "Read how much of a product is free, location by location")
  ResponseEntity<FactReply<Availability>> availability(
      @PathVariable String productId, @RequestParam(defaultValue = USUAL) String account) {
    var product = new ProductId(productId);
    return fact(
        FactKind.AVAILABILITY,
        account,
        product.value(),
        Availability.class,
        erp ->
            erp.availability(product)
                .map(
                    stock ->
                        stock.isEmpty() ? Optional.empty() : Optional.of(new Availability(stock))));
  }

  @GetMapping("/orders/{orderId}")
  @PreAuthorize("hasAnyRole('sales', 'finance', 'operations', 'integration')")
  @Operation(summary = "Read how far the ERP is with an order")
  ResponseEntity<FactReply<OrderStatus>> order(
      @PathVariable String orderId, @RequestParam(defaultValue = USUAL) String account) {
    var order = new OrderId(orderId);
    return fact(
        FactKind.ORDER_STATUS,
        account,
        order.value(),
        OrderStatus.class,
        erp -> erp.orderStatus(order));
  }

  @GetMapping("/invoices/{shipmentId}")
  @PreAuthorize("hasAnyRole('sales', 'finance', 'operations', 'integration')")
  @Operation(summary = "Read the invoice of a shipment, and what of it is paid")
  ResponseEntity<FactReply<Invoice>> invoice(
      @PathVariable String shipmentId, @RequestParam(defaultValue = USUAL) String account) {
    var shipment = new ShipmentId(shipmentId);
    return fact(
        FactKind.INVOICE, account, shipment.value(), Invoice.class, erp -> erp.invoice(shipment));
  }

  private <T> ResponseEntity<FactReply<T>> fact(
      FactKind kind,
      String account,
      String id,
      Class<T> type,
      Function<Erp, Answer<Optional<T>>> ask) {
    if (!erps.names().contains(account)) {
      throw new NotThere(
          "No ERP account is called "
              + account
              + ", only "
              + String.join(", ", erps.names())
              + ".");
    }
    var known = facts.find(kind, account, id, type, () -> ask.apply(erps.at(account)));
    return FactReply.of(SystemOfRecord.ERP, kind, known, json);
  }
}
