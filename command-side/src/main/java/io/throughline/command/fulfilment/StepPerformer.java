package io.throughline.command.fulfilment;

import io.throughline.command.erp.Erp;
import io.throughline.command.erp.Erp.ErpOrder;
import io.throughline.command.erp.Erp.Invoice;
import io.throughline.command.erp.Erp.SalesOrder;
import io.throughline.command.fulfilment.StepOutcome.Answered;
import io.throughline.command.fulfilment.StepOutcome.NotYet;
import io.throughline.command.fulfilment.StepOutcome.Refused;
import io.throughline.command.fulfilment.StepOutcome.Unclear;
import io.throughline.command.logistics.Carrier;
import io.throughline.command.logistics.Carrier.Consignment;
import io.throughline.command.logistics.Carrier.Parcel;
import io.throughline.command.order.OrderCommand.AdvanceOrder;
import io.throughline.command.platform.Answer;
import io.throughline.command.platform.Milestones;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.ItemFulfilmentRecorded;
import io.throughline.kernel.event.FulfilmentEvent.OrderInformed;
import io.throughline.kernel.event.FulfilmentEvent.OrderValidated;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.FulfilmentEvent.SalesOrderClosed;
import io.throughline.kernel.event.FulfilmentEvent.SalesOrderCreated;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentCancellationRefused;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentRequested;
import io.throughline.kernel.event.FulfilmentEvent.StepAnswer;
import io.throughline.kernel.event.FulfilmentEvent.StockAllocated;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Carries a step out: asks the ERP, the logistics provider or the order, and says what came of it.
 */
@Component
class StepPerformer {
  /**
   * How often the ERP is asked about stock and payments (business time): it has no way to tell us.
   */
  private static final Duration STOCK_PAUSE = Duration.ofHours(4);

  private static final Duration PAYMENT_PAUSE = Duration.ofHours(6);

  private final Erp erp;
  private final Carrier carrier;
  private final CommandGateway commands;
  private final BusinessClock clock;
  private final Milestones milestones;

  StepPerformer(
      Erp erp,
      Carrier carrier,
      CommandGateway commands,
      BusinessClock clock,
      Milestones milestones) {
    this.erp = erp;
    this.carrier = carrier;
    this.commands = commands;
    this.clock = clock;
    this.milestones = milestones;
  }

  StepOutcome perform(Step step, FulfilmentState state) {
    var id = state.idOf(step);
    return switch (step) {
      case Step.ValidateOrder _ -> validate(id, state);
      case Step.CreateSalesOrder _ -> createSalesOrder(id, state);
      case Step.CheckAllocation _ -> checkAllocation(id, state);
      case Step.RequestShipment request -> requestShipment(id, request, state);
      case Step.RecordItemFulfilment record -> recordItemFulfilment(id, record.shipmentId(), state);
      case Step.CreateInvoice create -> createInvoice(id, create.shipmentId(), state);
      case Step.CheckPayment check -> checkPayment(id, check.shipmentId(), state);
      case Step.CancelShipment cancel -> cancelShipment(id, cancel.shipmentId(), state);
      case Step.CloseSalesOrder _ -> closeSalesOrder(id, state);
      case Step.InformOrder inform -> informOrder(id, inform, state);
    };
  }

  private StepOutcome validate(StepId id, FulfilmentState state) {
    return fromErp(
        erp.validate(orderOf(state)),
        validation ->
            answered(
                new OrderValidated(
                    state.orderId(),
                    state.customerId(),
                    id,
                    validation.erpCustomerId(),
                    validation.taxRate(),
                    clock.instant())));
  }

  private StepOutcome createSalesOrder(StepId id, FulfilmentState state) {
    return fromErp(
        erp.createSalesOrder(orderOf(state)),
        order ->
            answered(
                new SalesOrderCreated(
                    state.orderId(),
                    state.customerId(),
                    id,
                    order.erpOrderId(),
                    order.number(),
                    order.net(),
                    order.tax(),
                    clock.instant())));
  }

  private StepOutcome checkAllocation(StepId id, FulfilmentState state) {
    return fromErp(
        erp.salesOrder(state.orderId(), state.terms().currency()),
        order -> allocated(id, state, order));
  }

  private StepOutcome allocated(StepId id, FulfilmentState state, Optional<SalesOrder> found) {
    var isFirstLook = state.books().allocationRounds() == 0;
    return found
        .filter(order -> isFirstLook || !order.allocations().equals(state.books().allocations()))
        .<StepOutcome>map(
            order ->
                answered(
                    new StockAllocated(
                        state.orderId(),
                        state.customerId(),
                        id,
                        order.allocations(),
                        order.backOrdered(),
                        clock.instant())))
        .orElse(new NotYet(STOCK_PAUSE));
  }

  private StepOutcome requestShipment(
      StepId id, Step.RequestShipment request, FulfilmentState state) {
    var consignment =
        new Consignment(
            request.shipmentId(),
            state.orderId(),
            request.warehouse(),
            state.terms().shipTo(),
            state.terms().requestedOn(),
            request.lines().stream().map(line -> parcel(line, state)).toList());
    return fromCarrier(
        carrier.requestShipment(consignment),
        providersId ->
            answered(
                new ShipmentRequested(
                    state.orderId(),
                    state.customerId(),
                    id,
                    request.shipmentId(),
                    carrier.provider(),
                    providersId,
                    request.warehouse(),
                    request.lines(),
                    clock.instant())));
  }

  private static Parcel parcel(LineQuantity line, FulfilmentState state) {
    return new Parcel(state.terms().line(line.lineId()).productId(), line.quantity());
  }

  private StepOutcome recordItemFulfilment(StepId id, ShipmentId shipment, FulfilmentState state) {
    return fromErp(
        erp.recordItemFulfilment(state.orderId(), shipment, linesOf(shipment, state)),
        erpId ->
            answered(
                new ItemFulfilmentRecorded(
                    state.orderId(), state.customerId(), id, shipment, erpId, clock.instant())));
  }

  private StepOutcome createInvoice(StepId id, ShipmentId shipment, FulfilmentState state) {
    return fromErp(
        erp.createInvoice(state.orderId(), shipment, linesOf(shipment, state)),
        invoice -> {
          milestones.reached("invoiced", sinceSubmitted(state));
          return answered(
              new InvoiceIssued(
                  state.orderId(),
                  state.customerId(),
                  id,
                  shipment,
                  invoice.invoiceId(),
                  invoice.number(),
                  invoice.net(),
                  invoice.tax(),
                  invoice.lines(),
                  clock.instant()));
        });
  }

  private StepOutcome checkPayment(StepId id, ShipmentId shipment, FulfilmentState state) {
    return fromErp(
        erp.invoice(shipment),
        found ->
            found
                .filter(Invoice::isPaid)
                .map(invoice -> paid(id, shipment, invoice, state))
                .orElse(new NotYet(PAYMENT_PAUSE)));
  }

  private StepOutcome paid(StepId id, ShipmentId shipment, Invoice invoice, FulfilmentState state) {
    milestones.reached("paid", sinceSubmitted(state));
    return answered(
        new PaymentRecorded(
            state.orderId(),
            state.customerId(),
            id,
            shipment,
            invoice.invoiceId(),
            invoice.paid(),
            clock.instant()));
  }

  private StepOutcome cancelShipment(StepId id, ShipmentId shipment, FulfilmentState state) {
    return fromCarrier(
        carrier.cancelShipment(shipment),
        cancellation ->
            answered(
                switch (cancellation) {
                  case CANCELLED ->
                      new ShipmentCancelled(
                          state.orderId(), state.customerId(), id, shipment, clock.instant());
                  case TOO_LATE ->
                      new ShipmentCancellationRefused(
                          state.orderId(),
                          state.customerId(),
                          id,
                          shipment,
                          "The logistics provider had shipped it already.",
                          clock.instant());
                }));
  }

  private StepOutcome closeSalesOrder(StepId id, FulfilmentState state) {
    return fromErp(
        erp.closeSalesOrder(state.orderId()),
        _ ->
            answered(
                new SalesOrderClosed(state.orderId(), state.customerId(), id, clock.instant())));
  }

  private StepOutcome informOrder(StepId id, Step.InformOrder inform, FulfilmentState state) {
    var detail =
        switch (inform.milestone()) {
          case ACCEPTED -> Objects.requireNonNullElse(state.books().erpOrderId(), "");
          case SHIPPED, COMPLETED -> "";
          case CANCELLED -> state.cancellationReason();
          case CANCELLATION_REFUSED -> "Goods have left the warehouse; they can only be returned.";
        };
    commands.sendAndWait(
        new AdvanceOrder(
            state.orderId(), inform.milestone(), inform.occurrence(), detail, clock.instant()));
    milestones.reached(inform.milestone().wireName(), sinceSubmitted(state));
    return answered(
        new OrderInformed(
            state.orderId(), state.customerId(), id, inform.milestone(), clock.instant()));
  }

  private static ErpOrder orderOf(FulfilmentState state) {
    var terms = state.terms();
    return new ErpOrder(
        state.orderId(),
        state.customerId(),
        terms.orderedOn(),
        terms.requestedOn(),
        terms.currency(),
        terms.priceBasis(),
        terms.taxRegion(),
        terms.shipTo(),
        terms.lines(),
        terms.creditReleased(),
        terms.priceApproved());
  }

  private static List<LineQuantity> linesOf(ShipmentId id, FulfilmentState state) {
    return state.shipments().find(id).orElseThrow().lines();
  }

  private Duration sinceSubmitted(FulfilmentState state) {
    return Duration.between(state.submittedAt(), clock.instant());
  }

  private static StepOutcome answered(StepAnswer fact) {
    return new Answered(fact);
  }

  private static <T> StepOutcome fromErp(Answer<T> answer, Function<T, StepOutcome> whenDone) {
    return outcome(Dependency.ERP, answer, whenDone);
  }

  private static <T> StepOutcome fromCarrier(Answer<T> answer, Function<T, StepOutcome> whenDone) {
    return outcome(Dependency.CARRIER, answer, whenDone);
  }

  private static <T> StepOutcome outcome(
      Dependency by, Answer<T> answer, Function<T, StepOutcome> whenDone) {
    return switch (answer) {
      case Answer.Done<T>(var value) -> whenDone.apply(value);
      case Answer.Refused<T>(var findings, var words) -> new Refused(by, findings, words);
      case Answer.Busy<T>(var words, var retryAfter) -> new Unclear(by, words, retryAfter);
      case Answer.Unknown<T>(var reason) -> new Unclear(by, reason, null);
    };
  }
}
