package io.throughline.kernel.event;

import io.throughline.kernel.Address;
import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.DepositTerms;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderChange;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PartnerId;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.ShipTo;
import io.throughline.kernel.ShipToKey;
import io.throughline.kernel.SubscriptionTerms;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.approval.Subject;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.customer.FieldChange;
import io.throughline.kernel.customer.FieldConflict;
import io.throughline.kernel.customer.FieldValue;
import io.throughline.kernel.event.ApprovalEvent.ApprovalExpired;
import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import io.throughline.kernel.event.ApprovalEvent.ApprovalRefused;
import io.throughline.kernel.event.ApprovalEvent.ApprovalRequested;
import io.throughline.kernel.event.CarriageEvent.*;
import io.throughline.kernel.event.CustomerEvent.*;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.CustomerEvent.CustomerKeyDeleted;
import io.throughline.kernel.event.CustomerEvent.ErasureBegan;
import io.throughline.kernel.event.CustomerEvent.ErasureCompleted;
import io.throughline.kernel.event.CustomerEvent.ErasureDelayed;
import io.throughline.kernel.event.CustomerEvent.LegalHoldPlaced;
import io.throughline.kernel.event.CustomerEvent.LegalHoldReleased;
import io.throughline.kernel.event.CustomerSyncEvent.*;
import io.throughline.kernel.event.DepositEvent.*;
import io.throughline.kernel.event.EpochEvent.EpochBegan;
import io.throughline.kernel.event.EpochEvent.EpochKeyDestroyed;
import io.throughline.kernel.event.FulfilmentEvent.*;
import io.throughline.kernel.event.MaintenanceEvent.MaintenanceAnnounced;
import io.throughline.kernel.event.MaintenanceEvent.MaintenanceCalledOff;
import io.throughline.kernel.event.OrderEvent.*;
import io.throughline.kernel.event.PaymentEvent.*;
import io.throughline.kernel.event.SaleEvent.*;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.CountedLine;
import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.CountedUnits;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Detour;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.InspectedLine;
import io.throughline.kernel.fulfilment.Milestone;
import io.throughline.kernel.fulfilment.ParcelState;
import io.throughline.kernel.fulfilment.Queue;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.ReturnOutcome;
import io.throughline.kernel.fulfilment.Settlement;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Sourced;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One event of each kind, with every optional field filled. */
public final class Samples {
  private static final OrderId ORDER = new OrderId("SO-1001");
  private static final CustomerId CUSTOMER = new CustomerId("ACME");
  private static final ShipmentId SHIPMENT = ShipmentId.of(ORDER, 1);
  private static final CountedParcel PARCEL =
      new CountedParcel("315518042", List.of(new CountedUnits(new ProductId("BOLT"), 4)));
  private static final ReturnId RETURN = ReturnId.of(ORDER, 1);
  private static final ExceptionId EXCEPTION = ExceptionId.of(ORDER, 1);
  private static final ExceptionId CUSTOMER_EXCEPTION = ExceptionId.of(CUSTOMER, 1);
  private static final WarehouseId WAREHOUSE = new WarehouseId("EAST");
  private static final ApprovalId APPROVAL = new ApprovalId("7c1e");
  private static final Subject ERASE = new Subject.EraseCustomer(CUSTOMER);
  private static final Currency USD = Currency.getInstance("USD");
  private static final Instant AT = Instant.parse("2026-03-31T12:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-30");
  private static final Address ADDRESS =
      new Address("Goods inward", "1 Mill Lane", "Riverton", "GE", "1234 AB", "NL");
  private static final ShipToKey PLANT = new ShipToKey("PLANT-2");
  private static final OrderLine LINE =
      new OrderLine(
          new LineId("1"),
          new ProductId("BOLT"),
          10,
          Money.of("2.50", "USD"),
          new BigDecimal("0.15"),
          new BigDecimal("0.05"),
          PLANT,
          LocalDate.parse("2026-04-20"),
          new SubscriptionTerms(BillingPeriod.MONTH, 12, LocalDate.parse("2026-05-01"), true));
  private static final SaleTerms TERMS =
      new SaleTerms(
          DAY,
          DAY.plusDays(9),
          USD,
          PriceBasis.LIST,
          "DE",
          "ACME-NL",
          new PartnerId("P-310"),
          DepositTerms.ofShare(new BigDecimal("0.30")),
          ADDRESS,
          List.of(
              new ShipTo(
                  PLANT,
                  new Address("Second gate", "8 Weir Road", "Lockham", "ZH", "3011 CD", "NL"))),
          List.of(LINE));
  private static final List<LineQuantity> PART = List.of(new LineQuantity(new LineId("1"), 4));
  private static final Money NET = Money.of("21.25", "USD");
  private static final Money TAX = Money.of("4.04", "USD");

  private Samples() {}

  public static List<Event> all() {
    return Stream.concat(others().stream(), SubscriptionSamples.all().stream()).toList();
  }

  private static List<Event> others() {
    return List.of(
        new OrderSubmitted(ORDER, CUSTOMER, "u1", TERMS, AT),
        new OrderAccepted(ORDER, CUSTOMER, "1042", AT),
        new OrderShipped(ORDER, CUSTOMER, AT),
        new OrderCancellationRequested(ORDER, CUSTOMER, "Ordered twice", AT),
        new OrderCancellationRefused(ORDER, CUSTOMER, "Goods have left the warehouse.", AT),
        new OrderPartlyCancelled(ORDER, CUSTOMER, "No longer needed", AT),
        new OrderCancelled(ORDER, CUSTOMER, "Ordered twice", AT),
        new OrderCompleted(ORDER, CUSTOMER, AT),
        new CustomerRegistered(
            CUSTOMER,
            "Acme Works",
            "Purchasing",
            "buy@acme.example",
            "+31 20 000",
            ADDRESS,
            USD,
            "u1",
            AT),
        new CustomerChanged(
            CUSTOMER,
            "Acme Works",
            "Purchasing",
            "buy@acme.example",
            "+31 20 000",
            ADDRESS,
            "u1",
            AT),
        new CustomerSynchronized(CUSTOMER, "netsuite", "77", 1, AT),
        new CustomerRefusedByErp(CUSTOMER, "netsuite", "Please enter a name.", 1, AT),
        new LegalHoldPlaced(CUSTOMER, "A lawsuit is pending.", "u2", AT),
        new LegalHoldReleased(CUSTOMER, "It is settled.", "u2", AT),
        new ErasureBegan(CUSTOMER, APPROVAL, AT),
        new ErasureDelayed(
            CUSTOMER, List.of(ErasureObstacle.LEGAL_HOLD, ErasureObstacle.OPEN_ORDERS), AT),
        new CustomerErased(CUSTOMER, AT),
        new CustomerKeyDeleted(CUSTOMER, 3, AT.plusSeconds(86_400), AT),
        new ErasureCompleted(CUSTOMER, 3, AT),
        new CustomerPlacedInErp(CUSTOMER, "legacy", AT),
        new CustomerChangedInErp(
            CUSTOMER,
            "netsuite",
            List.of(
                new FieldChange(
                    CustomerField.PHONE, FieldValue.of("+31 20 000"), FieldValue.of("+31 20 111")),
                new FieldChange(CustomerField.BILL_TO, FieldValue.NOTHING, FieldValue.of(ADDRESS))),
            AT),
        new CustomerStatedInCrm(
            CUSTOMER,
            "001000000000001AAA",
            List.of(CustomerField.NAME, CustomerField.BILL_TO),
            2,
            AT),
        new CustomerParked(
            CUSTOMER,
            "netsuite",
            CUSTOMER_EXCEPTION,
            Cause.CUSTOMER_CONFLICT,
            Dependency.ERP,
            Queue.SALES,
            new FieldConflict(
                CustomerField.EMAIL,
                FieldValue.of("buy@acme.example"),
                FieldValue.of("orders@acme.example"),
                FieldValue.of("accounts@acme.example")),
            List.of(
                new Finding(
                    Cause.CUSTOMER_CONFLICT,
                    null,
                    "Both sides changed the email.",
                    Map.of("ours", "orders@acme.example"))),
            "Both sides differ.",
            List.of(Remedy.KEEP_OURS, Remedy.TAKE_THEIRS),
            AT),
        new CustomerRemedyApplied(
            CUSTOMER,
            CUSTOMER_EXCEPTION,
            Remedy.EDIT_FIELD,
            Map.of("value", "desk@acme.example"),
            "u2",
            AT),
        new CustomerExceptionsClosed(CUSTOMER, List.of(CUSTOMER_EXCEPTION), AT),
        new CustomerMoved(CUSTOMER, new CustomerId("ACME-GROUP"), AT),
        new CustomerMerged(CUSTOMER, new CustomerId("ACME-NEW"), AT),
        new ApprovalRequested(
            APPROVAL, ERASE, "The buyer left and asked for it.", "u1", AT.plusSeconds(86_400), AT),
        new ApprovalGranted(APPROVAL, ERASE, "Nothing must be kept.", "u2", AT),
        new ApprovalRefused(APPROVAL, ERASE, "The tax office wants it.", "u2", AT),
        new ApprovalExpired(APPROVAL, ERASE, AT),
        new EpochBegan(4, AT),
        new EpochKeyDestroyed(3, AT),
        new MaintenanceAnnounced(
            "netsuite", "W-1", AT, AT.plusSeconds(14_400), "Release 2026.2", "user-7", AT),
        new MaintenanceCalledOff("netsuite", "W-1", "user-7", AT),
        new FulfilmentStarted(ORDER, CUSTOMER, TERMS, AT, AT),
        new StepRequested(
            ORDER,
            CUSTOMER,
            id(new Step.RequestShipment(SHIPMENT, WAREHOUSE, PLANT, DAY, PART)),
            new Step.RequestShipment(SHIPMENT, WAREHOUSE, PLANT, DAY, PART),
            1,
            AT),
        new StepAbandoned(
            ORDER,
            CUSTOMER,
            id(new Step.CheckPayment(SHIPMENT)),
            "The order is being cancelled.",
            AT),
        new OrderValidated(
            ORDER,
            CUSTOMER,
            id(new Step.ValidateOrder()),
            "netsuite",
            "77",
            new BigDecimal("0.19"),
            List.of(new Sourced(new LineId("1"), WAREHOUSE, 6)),
            AT),
        new SalesOrderCreated(
            ORDER, CUSTOMER, id(new Step.CreateSalesOrder()), "1042", "SO1042", NET, TAX, AT),
        new StockAllocated(
            ORDER,
            CUSTOMER,
            id(new Step.CheckAllocation(1)),
            List.of(new Allocation(new LineId("1"), WAREHOUSE, 6)),
            PART,
            AT),
        new ShipDayCame(ORDER, CUSTOMER, id(new Step.AwaitShipDay(DAY)), DAY, AT),
        new ShipmentRequested(
            ORDER,
            CUSTOMER,
            id(new Step.RequestShipment(SHIPMENT, WAREHOUSE, PLANT, DAY, PART)),
            SHIPMENT,
            "shipbob",
            "50001",
            WAREHOUSE,
            PLANT,
            DAY,
            PART,
            AT),
        new DepositRequested(ORDER, CUSTOMER, id(new Step.RequestDeposit()), NET, List.of(), AT),
        new DepositReceived(ORDER, CUSTOMER, NET, TAX, List.of(EXCEPTION), AT),
        new DepositReversed(ORDER, CUSTOMER, NET, NET.plus(TAX), AT),
        new DepositApplied(
            ORDER, CUSTOMER, id(new Step.ApplyDeposit(SHIPMENT)), SHIPMENT, "3001", NET, AT),
        new DepositRefunded(ORDER, CUSTOMER, id(new Step.RefundDeposit()), TAX, AT),
        new ShipmentPicked(ORDER, CUSTOMER, SHIPMENT, AT),
        new ShipmentShipped(
            ORDER, CUSTOMER, SHIPMENT, "Parcel Express", "1Z1001", List.of(PARCEL), AT),
        new ShipmentDelivered(ORDER, CUSTOMER, SHIPMENT, AT),
        new ShipmentDelayed(ORDER, CUSTOMER, SHIPMENT, "Snow", AT),
        new ShipmentOutForDelivery(ORDER, CUSTOMER, SHIPMENT, AT),
        new ShipmentDamaged(ORDER, CUSTOMER, SHIPMENT, "Crushed on the belt.", AT),
        new ParcelsCounted(ORDER, CUSTOMER, SHIPMENT, List.of(PARCEL), AT),
        new ParcelTracked(ORDER, CUSTOMER, SHIPMENT, "315518042", ParcelState.DELIVERED, AT),
        new ShipmentMiscounted(
            ORDER,
            CUSTOMER,
            SHIPMENT,
            List.of(
                new CountedLine(new LineId("1"), new ProductId("BOLT"), 6, 4),
                new CountedLine(null, new ProductId("NUT"), 0, 2)),
            false,
            List.of(EXCEPTION),
            AT),
        new ShipmentCountConfirmed(
            ORDER,
            CUSTOMER,
            id(new Step.ConfirmCount(SHIPMENT)),
            SHIPMENT,
            PART,
            List.of(EXCEPTION),
            AT),
        new ShipmentReturnedToSender(ORDER, CUSTOMER, SHIPMENT, "Nobody took it.", AT),
        new ShipmentOnHold(ORDER, CUSTOMER, SHIPMENT, "The address is incomplete.", AT),
        new MilestoneOverdue(ORDER, CUSTOMER, SHIPMENT, AwaitedMilestone.SHIPPED, AT, AT),
        new ShipmentChecked(
            ORDER,
            CUSTOMER,
            id(new Step.CheckShipment(SHIPMENT, AwaitedMilestone.SHIPPED)),
            SHIPMENT,
            AwaitedMilestone.SHIPPED,
            List.of(EXCEPTION),
            AT),
        new ReturnEvent.ReturnRequested(
            ORDER,
            CUSTOMER,
            RETURN,
            PART,
            Settlement.REFUND,
            "Too long.",
            List.of(EXCEPTION),
            "user-7",
            AT),
        new ReturnEvent.ReturnAuthorized(
            ORDER, CUSTOMER, id(new Step.AuthorizeReturn(RETURN)), RETURN, "4001", "RMA4001", AT),
        new ReturnEvent.ReturnAnnounced(
            ORDER,
            CUSTOMER,
            id(new Step.AnnounceReturn(RETURN)),
            RETURN,
            SHIPMENT,
            "shipbob",
            "70001",
            WAREHOUSE,
            AT),
        new ReturnEvent.ReturnReceived(ORDER, CUSTOMER, RETURN, AT),
        new ReturnEvent.ReturnInspected(
            ORDER,
            CUSTOMER,
            RETURN,
            List.of(new InspectedLine(new LineId("1"), 3, 1)),
            "One is bent.",
            true,
            List.of(EXCEPTION),
            "shipbob",
            AT),
        new ReturnEvent.ReturnChecked(
            ORDER, CUSTOMER, id(new Step.CheckReturn(RETURN)), RETURN, List.of(EXCEPTION), AT),
        new ReturnEvent.InspectionConfirmed(
            ORDER, CUSTOMER, id(new Step.ConfirmInspection(RETURN)), RETURN, PART, AT),
        new ReturnEvent.ReturnReceiptRecorded(
            ORDER, CUSTOMER, id(new Step.RecordReturnReceipt(RETURN)), RETURN, "4002", AT),
        new ReturnEvent.CreditMemoIssued(
            ORDER,
            CUSTOMER,
            id(new Step.CreateCreditMemo(RETURN)),
            RETURN,
            "4003",
            "CM4003",
            NET,
            TAX,
            Money.of("1.50", "USD"),
            PART,
            AT),
        new ReturnEvent.RefundIssued(
            ORDER,
            CUSTOMER,
            id(new Step.RefundCredit(RETURN)),
            RETURN,
            "4004",
            Money.of("25.28", "USD"),
            AT),
        new ReturnEvent.ReturnWithdrawn(
            ORDER, CUSTOMER, RETURN, "The buyer keeps it.", List.of(EXCEPTION), "user-7", AT),
        new ReturnEvent.ReturnAnnouncementWithdrawn(
            ORDER, CUSTOMER, id(new Step.WithdrawAnnouncement(RETURN)), RETURN, AT),
        new ReturnEvent.ReturnAuthorizationClosed(
            ORDER, CUSTOMER, id(new Step.CloseReturnAuthorization(RETURN)), RETURN, AT),
        new ReturnEvent.ReturnClosed(ORDER, CUSTOMER, RETURN, ReturnOutcome.REFUNDED, AT),
        new OperatorEvent.OrderPaused(ORDER, CUSTOMER, "The ERP is moved.", "user-7", AT),
        new OperatorEvent.OrderResumed(ORDER, CUSTOMER, "It was moved.", "user-7", AT),
        new OperatorEvent.StepRetried(
            ORDER,
            CUSTOMER,
            id(new Step.ValidateOrder()),
            List.of(EXCEPTION),
            "The item is listed now.",
            "user-7",
            AT),
        new OperatorEvent.StepSkipped(
            ORDER,
            CUSTOMER,
            id(new Step.RecordItemFulfilment(SHIPMENT)),
            List.of(EXCEPTION),
            "Booked by hand.",
            "user-7",
            AT),
        new OperatorEvent.StepRerouted(
            ORDER,
            CUSTOMER,
            id(new Step.RequestShipment(SHIPMENT, WAREHOUSE, PLANT, DAY, PART)),
            new Detour.ToProvider("shiphero"),
            List.of(EXCEPTION),
            "ShipBob does not know the product.",
            "user-7",
            AT),
        new OperatorEvent.PayloadInjected(
            ORDER,
            CUSTOMER,
            id(new Step.CreateSalesOrder()),
            new ApprovalId("a-1"),
            List.of(EXCEPTION),
            "user-8",
            AT),
        new OperatorEvent.ExceptionOverdue(
            ORDER,
            CUSTOMER,
            EXCEPTION,
            Cause.PRODUCT_DISCONTINUED,
            Queue.SALES,
            Money.of("22.50", "USD"),
            AT,
            AT,
            AT),
        new ShippingSuspended(ORDER, CUSTOMER, "The buyer asked to wait.", AT),
        new ShippingResumed(ORDER, CUSTOMER, AT),
        new ShipmentHeld(ORDER, CUSTOMER, id(new Step.HoldShipment(SHIPMENT, 1)), SHIPMENT, AT),
        new ShipmentHoldRefused(
            ORDER,
            CUSTOMER,
            id(new Step.HoldShipment(SHIPMENT, 1)),
            SHIPMENT,
            "It was shipped already.",
            AT),
        new ShipmentReleased(
            ORDER, CUSTOMER, id(new Step.ReleaseShipment(SHIPMENT, 1)), SHIPMENT, AT),
        new ItemFulfilmentRecorded(
            ORDER, CUSTOMER, id(new Step.RecordItemFulfilment(SHIPMENT)), SHIPMENT, "2001", AT),
        new InvoiceIssued(
            ORDER,
            CUSTOMER,
            id(new Step.CreateInvoice(SHIPMENT)),
            SHIPMENT,
            "3001",
            "INV3001",
            NET,
            TAX,
            PART,
            AT),
        new PaymentRecorded(
            ORDER,
            CUSTOMER,
            id(new Step.CheckPayment(SHIPMENT)),
            SHIPMENT,
            "3001",
            NET.plus(TAX),
            List.of(ExceptionId.of(ORDER, 1)),
            AT),
        new PartPaymentRecorded(ORDER, CUSTOMER, SHIPMENT, "3001", TAX, NET, AT),
        new PaymentReversed(ORDER, CUSTOMER, SHIPMENT, "3001", TAX, NET.plus(TAX), AT),
        new CancellationStarted(ORDER, CUSTOMER, "Ordered twice", AT),
        new CancellationRefused(ORDER, CUSTOMER, "Goods have left the warehouse.", AT),
        new ShipmentCancelled(ORDER, CUSTOMER, id(new Step.CancelShipment(SHIPMENT)), SHIPMENT, AT),
        new ShipmentCancellationRefused(
            ORDER,
            CUSTOMER,
            id(new Step.CancelShipment(SHIPMENT)),
            SHIPMENT,
            "It was shipped already.",
            AT),
        new SalesOrderClosed(ORDER, CUSTOMER, id(new Step.CloseSalesOrder()), AT),
        new OrderInformed(
            ORDER,
            CUSTOMER,
            id(new Step.InformOrder(Milestone.ACCEPTED, 1)),
            Milestone.ACCEPTED,
            AT),
        new FulfilmentParked(
            ORDER,
            CUSTOMER,
            EXCEPTION,
            id(new Step.ValidateOrder()),
            Cause.PRODUCT_DISCONTINUED,
            Dependency.ERP,
            Queue.SALES,
            List.of(
                new Finding(
                    Cause.PRODUCT_DISCONTINUED,
                    new LineId("1"),
                    "Bolt (BOLT) is discontinued.",
                    Map.of("productId", "BOLT"))),
            "Bolt (BOLT) is discontinued.",
            NET,
            Cause.PRODUCT_DISCONTINUED.remedies(),
            AT),
        new RemedyApplied(
            ORDER,
            CUSTOMER,
            EXCEPTION,
            id(new Step.ValidateOrder()),
            Remedy.SUBSTITUTE_PRODUCT,
            Map.of("productId", "NUT", "lineId", "1"),
            "user-7",
            AT),
        new TermsChanged(ORDER, CUSTOMER, TERMS, false, true, AT),
        new OrderChangeStarted(
            ORDER,
            CUSTOMER,
            2,
            new OrderChange(
                DAY.plusDays(20),
                ADDRESS,
                TERMS.furtherShipTos(),
                List.of(LINE),
                List.of(new LineId("2"))),
            "user-7",
            AT),
        new SalesOrderChanged(
            ORDER,
            CUSTOMER,
            id(new Step.UpdateSalesOrder(2)),
            NET,
            TAX,
            List.of(new Sourced(new LineId("1"), WAREHOUSE, 6)),
            AT),
        new SalesOrderChangeRefused(
            ORDER, CUSTOMER, id(new Step.UpdateSalesOrder(2)), "Bolt is discontinued.", AT),
        new ShipmentUnstocked(
            ORDER,
            CUSTOMER,
            id(new Step.RequestShipment(SHIPMENT, WAREHOUSE, PLANT, DAY, PART)),
            SHIPMENT,
            WAREHOUSE,
            "BOLT is out of stock.",
            AT),
        new OrderSourcedAgain(
            ORDER,
            CUSTOMER,
            id(new Step.SourceAgain(1)),
            List.of(new Sourced(new LineId("1"), WAREHOUSE, 6)),
            AT),
        new OrderChanged(ORDER, CUSTOMER, 2, TERMS, AT),
        new PartialCancellationStarted(ORDER, CUSTOMER, 3, PART, "No longer needed", AT),
        new OrderChangeRefused(ORDER, CUSTOMER, 2, "Goods of line 1 have left.", AT),
        new SaleEvent.OrderAdjustmentStarted(ORDER, CUSTOMER, 4, SHIPMENT, PART, AT),
        new SaleEvent.ProductChanged(ORDER, CUSTOMER, new ProductId("BOLT"), true, AT),
        new OrderHeld(ORDER, CUSTOMER, "The buyer asked us to wait.", "user-7", AT),
        new OrderReleased(ORDER, CUSTOMER, "The buyer called.", "user-7", AT),
        new FulfilmentCompleted(ORDER, CUSTOMER, List.of(EXCEPTION), AT),
        new FulfilmentCancelled(ORDER, CUSTOMER, "Ordered twice", List.of(EXCEPTION), AT));
  }

  private static StepId id(Step step) {
    return StepId.of(ORDER, step);
  }
}
