package io.throughline.command.erp;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Sourced;
import io.throughline.kernel.fulfilment.StepId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The system of record for customers, products, prices, stock, orders and money. Every call may be
 * repeated under the same ids: what is there already is found and returned, never made twice.
 * Adapters do not throw for what the other system or the network does; they answer.
 */
public interface Erp
    extends ErpBilling,
        ErpChanges,
        ErpChecks,
        ErpCredits,
        ErpCustomers,
        ErpDeposits,
        ErpInquiries,
        ErpReturns {

  /** Makes the customer, or brings all of it up to date. Brings the ERP's own id. */
  default Answer<String> putCustomer(ErpCustomer customer) {
    return putCustomer(customer, EnumSet.allOf(CustomerField.class), null);
  }

  /**
   * Whether the ERP would take the order: customer, products, tax region, prices, credit, stock.
   * Everything that is wrong is found at once; nothing is written.
   */
  Answer<Validation> validate(ErpOrder order);

  /** Puts the order into the ERP's books, known there by our id, or brings it up to date there. */
  Answer<SalesOrder> createSalesOrder(ErpOrder order);

  /** The order as the ERP has it now, if it has it. */
  Answer<Optional<SalesOrder>> salesOrder(OrderId orderId, Currency currency);

  /** Tells the ERP what a shipment carried away. Brings the ERP's id of the record. */
  Answer<String> recordItemFulfilment(
      OrderId orderId, ShipmentId shipmentId, List<LineQuantity> lines);

  /** Has the ERP invoice what a shipment carried. */
  Answer<Invoice> createInvoice(OrderId orderId, ShipmentId shipmentId, List<LineQuantity> lines);

  /** The invoice of a shipment as the ERP has it now, if it has it. */
  Answer<Optional<Invoice>> invoice(ShipmentId shipmentId);

  /**
   * Closes the order, so that nothing more of it is shipped or invoiced. Brings whether the ERP had
   * it.
   */
  Answer<Boolean> closeSalesOrder(OrderId orderId);

  record ErpCustomer(
      CustomerId customerId,
      String name,
      @Nullable String email,
      @Nullable String phone,
      Address billTo,
      Currency currency) {}

  /**
   * An order as the ERP is told of it.
   *
   * @param sourcing from which warehouses we want it; of what is not in it the ERP decides
   * @param creditReleased finance lets it through above the credit limit
   * @param priceApproved its prices stand whatever the price basis
   * @param step the key of the request, the same for every try; null: nothing is to be written
   * @param booked what it is worth in the ERP's books already, without tax; null: it is not there
   */
  record ErpOrder(
      OrderId orderId,
      CustomerId customerId,
      @Nullable StepId step,
      SaleTerms sale,
      List<Sourced> sourcing,
      boolean creditReleased,
      boolean priceApproved,
      @Nullable Money booked) {

    /** An order of which nobody has let anything through, and whose warehouses are left open. */
    public static ErpOrder of(OrderId orderId, CustomerId customerId, SaleTerms sale) {
      return new ErpOrder(orderId, customerId, null, sale, List.of(), false, false, null);
    }

    /** The same order, wanted from these warehouses. */
    public ErpOrder from(List<Sourced> warehouses) {
      return new ErpOrder(
          orderId, customerId, step, sale, warehouses, creditReleased, priceApproved, booked);
    }

    /** The same order, put under this key. */
    public ErpOrder under(StepId key) {
      return new ErpOrder(
          orderId, customerId, key, sale, sourcing, creditReleased, priceApproved, booked);
    }
  }

  /**
   * @param taxRate as a fraction
   * @param stock of the order's products, location by location
   */
  record Validation(String erpCustomerId, BigDecimal taxRate, List<ErpStock.StockLevel> stock) {}

  /**
   * @param allocations stock committed so far, counted from the order's beginning, what has shipped
   *     since included
   * @param backOrdered what still waits for stock
   */
  record SalesOrder(
      String erpOrderId,
      String number,
      Money net,
      Money tax,
      List<Allocation> allocations,
      List<LineQuantity> backOrdered,
      boolean closed) {}

  /**
   * @param paid the amount with tax that the ERP has booked as paid
   * @param remaining what is still to be paid, with tax: neither paid nor credited
   */
  record Invoice(
      String invoiceId,
      String number,
      Money net,
      Money tax,
      Money paid,
      Money remaining,
      List<LineQuantity> lines) {

    /** Whether nothing of it is to be paid any more. */
    public boolean isPaid() {
      return !remaining.exceeds(Money.zero(remaining.currency()));
    }
  }
}
