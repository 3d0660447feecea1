package io.throughline.bench.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.repository.CrudRepository;

/**
 * An order as an application without events would keep and answer it: one document, exactly what
 * the question about our order asks for.
 */
@Document("orders")
record CrudOrder(
    @Id String orderId,
    String customerId,
    String owner,
    String state,
    LocalDate orderedOn,
    @Nullable LocalDate requestedOn,
    @Nullable String erpOrderNumber,
    Amounts money,
    List<Line> lines,
    List<Shipment> shipments,
    List<Invoice> invoices,
    List<OpenException> exceptions,
    List<Milestone> milestones,
    Instant changedAt) {

  record Money(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {}

  record Amount(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount) {}

  record Amounts(Money ordered, Amount invoiced, Amount paid) {}

  record Line(
      String lineId, String productId, int quantity, Amount net, int shipped, int invoiced) {}

  record Shipment(
      String shipmentId,
      String state,
      String provider,
      @Nullable String carrier,
      @Nullable String trackingNumber,
      @Nullable String delay,
      @Nullable Instant shippedAt,
      @Nullable Instant deliveredAt,
      List<Quantity> lines) {}

  record Quantity(String lineId, int quantity) {}

  record Invoice(String invoiceId, String number, Amount net, @Nullable Instant paidAt) {}

  record OpenException(String exceptionId, String summary) {}

  record Milestone(String name, @Nullable Instant at, @Nullable LocalDate promised) {}

  /** As Spring Data makes it. */
  interface Repository extends CrudRepository<CrudOrder, String> {}
}
