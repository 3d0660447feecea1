package io.throughline.command.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.eventstore.SnapshotCopy;
import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordShipmentUpdate;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand.RecordReturnUpdate;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand.RequestReturn;
import io.throughline.command.fulfilment.FulfilmentCommand.TakeDeposits;
import io.throughline.command.fulfilment.FulfilmentCommand.TakePayments;
import io.throughline.command.logistics.ReturnUpdate;
import io.throughline.command.logistics.ReturnUpdate.Goods;
import io.throughline.command.logistics.ShipmentUpdate;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.Role;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.event.CarriageEvent.ShipmentChecked;
import io.throughline.kernel.event.CarriageEvent.ShipmentHeld;
import io.throughline.kernel.event.CarriageEvent.ShipmentReleased;
import io.throughline.kernel.event.DepositEvent.DepositApplied;
import io.throughline.kernel.event.DepositEvent.DepositRefunded;
import io.throughline.kernel.event.DepositEvent.DepositRequested;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentStarted;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.ItemFulfilmentRecorded;
import io.throughline.kernel.event.FulfilmentEvent.OrderInformed;
import io.throughline.kernel.event.FulfilmentEvent.OrderValidated;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.FulfilmentEvent.SalesOrderClosed;
import io.throughline.kernel.event.FulfilmentEvent.SalesOrderCreated;
import io.throughline.kernel.event.FulfilmentEvent.ShipDayCame;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentCancellationRefused;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentRequested;
import io.throughline.kernel.event.FulfilmentEvent.StepAnswer;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.event.FulfilmentEvent.StockAllocated;
import io.throughline.kernel.event.ReturnEvent.CreditMemoIssued;
import io.throughline.kernel.event.ReturnEvent.RefundIssued;
import io.throughline.kernel.event.ReturnEvent.ReturnAnnounced;
import io.throughline.kernel.event.ReturnEvent.ReturnAnnouncementWithdrawn;
import io.throughline.kernel.event.ReturnEvent.ReturnAuthorizationClosed;
import io.throughline.kernel.event.ReturnEvent.ReturnAuthorized;
import io.throughline.kernel.event.ReturnEvent.ReturnChecked;
import io.throughline.kernel.event.ReturnEvent.ReturnReceiptRecorded;
import io.throughline.kernel.event.SaleEvent.OrderSourcedAgain;
import io.throughline.kernel.event.SaleEvent.SalesOrderChanged;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionDayCame;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.CountedUnits;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.Settlement;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.kernel.ledger.Ledger;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order of 10 bolts and 4 nuts, and everybody who has a say in it. Holds the state that the
 * aggregate would hold, and checks after each command what must hold at every moment.
 */
final class World {
  static final OrderId ORDER = new OrderId("SO-1");
  private static final CustomerId CUSTOMER = new CustomerId("ACME");
  private static final Currency USD = Currency.getInstance("USD");
  static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");
  static final LineId BOLTS = new LineId("1");
  static final LineId NUTS = new LineId("2");
  static final WarehouseId EAST = new WarehouseId("EAST");
  static final WarehouseId WEST = new WarehouseId("WEST");

  final List<FulfilmentEvent> events = new ArrayList<>();
  private @Nullable FulfilmentState state;
  private @Nullable Ledger ledger;

  private Instant now = AT;

  static World started() {
    return started(sale());
  }

  /** The usual order, all of it asked for from one warehouse. */
  static World shipmentRequested() {
    var world =
        started()
            .answer(new Step.ValidateOrder())
            .answer(new Step.CreateSalesOrder())
            .answer(new Step.CheckAllocation(1));
    return world.answer(world.next(Step.RequestShipment.class));
  }

  /** 10 bolts and 4 nuts, all to one address. */
  static SaleTerms sale() {
    return SaleTerms.of(
        LocalDate.parse("2026-03-31"),
        USD,
        PriceBasis.LIST,
        "DE",
        new Address("Goods inward", "1 Mill Lane", "Riverton", null, null, "NL"),
        List.of(line(BOLTS, "BOLT", 10), line(NUTS, "NUT", 4)));
  }

  static World started(SaleTerms sale) {
    var world = new World();
    world.record(new FulfilmentStarted(ORDER, CUSTOMER, sale, AT, AT));
    world.record(FulfilmentProcess.react(world.state(), AT));
    return world;
  }

  static OrderLine line(LineId id, String product, int quantity) {
    return OrderLine.of(id, new ProductId(product), quantity, Money.of("2.50", "USD"));
  }

  FulfilmentState state() {
    return Objects.requireNonNull(state);
  }

  Ledger ledger() {
    return Objects.requireNonNull(ledger);
  }

  World send(FulfilmentCommand command) {
    record(Decisions.decide(state(), command));
    record(FulfilmentProcess.react(state(), command.at()));
    WhatAlwaysHolds.in(this);
    if (events.size() % 11 == 0) { // each time takes long
      assertThat(SnapshotCopy.of(state())).isEqualTo(state());
    }
    return this;
  }

  /** Whether the shipment of that number is there, and is neither stopped nor settled. */
  boolean isActive(int shipment) {
    return state()
        .shipments()
        .find(ShipmentId.of(ORDER, shipment))
        .filter(Shipment::isActive)
        .isPresent();
  }

  /** Somebody who may do all applies a remedy to the first exception that is open. */
  World mend(Remedy remedy) {
    return send(
        new ApplyRemedy(
            state().exceptions().ids().getFirst(),
            remedy,
            Map.of(),
            "user-7",
            Set.of(Role.values()),
            AT));
  }

  private void record(FulfilmentEvent event) {
    record(List.of(event));
  }

  private void record(List<? extends FulfilmentEvent> happened) {
    for (var event : happened) {
      events.add(event);
      state =
          event instanceof FulfilmentStarted begun
              ? FulfilmentState.started(begun)
              : state().evolve(event);
      ledger = event instanceof FulfilmentStarted begun ? Ledger.of(begun) : ledger().evolve(event);
    }
  }

  <E extends FulfilmentEvent> List<E> all(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  List<Step> pending() {
    return state().steps().byId().values().stream()
        .filter(it -> it.status() == Steps.StepState.Status.PENDING)
        .map(Steps.StepState::step)
        .toList();
  }

  World answer(Step step) {
    return send(new RecordAnswer(fact(step)));
  }

  /** Everybody says yes to whatever is asked, until nothing more is. */
  World answerAll() {
    for (var pending = answerable(); !pending.isEmpty(); pending = answerable()) {
      pending.forEach(this::answer);
    }
    return this;
  }

  /** A day of a subscription comes when it comes. */
  private List<Step> answerable() {
    return pending().stream().filter(step -> !(step instanceof Step.AwaitSubscriptionDay)).toList();
  }

  /** It is noon of that day. */
  World on(String day) {
    now = LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    return this;
  }

  Instant now() {
    return now;
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** The days come that were waited for and are there. */
  World answerWaits() {
    for (var due = dueWait(); due.isPresent(); due = dueWait()) {
      answer(due.get());
    }
    return this;
  }

  private Optional<Step> dueWait() {
    return pending().stream()
        .filter(
            step ->
                step instanceof Step.AwaitSubscriptionDay await && !await.day().isAfter(today()))
        .findFirst();
  }

  /** A step of that kind that is under way. */
  <S extends Step> S next(Class<S> kind) {
    return pending().stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  World allocated(List<Allocation> allocations) {
    var round = state().books().allocationRounds() + 1;
    return send(new RecordAnswer(allocation(new Step.CheckAllocation(round), allocations)));
  }

  World told(int shipment, Kind kind) {
    return send(update(shipment, kind));
  }

  /** Of one parcel alone, by the provider's id of it. */
  World told(int shipment, Kind kind, String parcel) {
    return send(new RecordShipmentUpdate(update(shipment, kind).update().ofParcel(parcel)));
  }

  /** It left in one parcel, and so many bolts and nuts were counted. */
  World counted(int shipment, int bolts, int nuts) {
    return left(shipment, parcel("P1", bolts, nuts));
  }

  static CountedParcel parcel(String id, int bolts, int nuts) {
    return new CountedParcel(
        id,
        List.of(
            new CountedUnits(new ProductId("BOLT"), bolts),
            new CountedUnits(new ProductId("NUT"), nuts)));
  }

  /** It left, and the provider tells of these parcels at once. */
  World left(int shipment, CountedParcel... parcels) {
    var told = update(shipment, Kind.SHIPPED).update();
    return send(
        new RecordShipmentUpdate(
            new ShipmentUpdate(
                told.messageId(),
                told.shipmentId(),
                told.kind(),
                told.carrier(),
                told.trackingNumber(),
                told.reason(),
                null,
                List.of(parcels),
                told.at())));
  }

  static RecordShipmentUpdate update(int shipment, Kind kind) {
    var at = AT.plusSeconds(kind.ordinal() * 10L);
    return new RecordShipmentUpdate(
        new ShipmentUpdate(
            "m", ShipmentId.of(ORDER, shipment), kind, "Parcel Express", "1Z", "Snow", at));
  }

  /** What a shipment's invoice comes to, or would. */
  Money gross(int shipment) {
    var id = ShipmentId.of(ORDER, shipment);
    return net(id).plus(tax(id));
  }

  /** The ERP says how a shipment's invoice stands. */
  World paysSoFar(int shipment, Money paid) {
    var id = ShipmentId.of(ORDER, shipment);
    return send(new TakePayments(ORDER, id, paid, gross(shipment).minus(paid), AT));
  }

  World parked(Step step, Cause cause) {
    var number = state().exceptions().count() + 1;
    return send(
        new RecordAnswer(
            new FulfilmentParked(
                ORDER,
                CUSTOMER,
                ExceptionId.of(ORDER, number),
                StepId.of(ORDER, step),
                cause,
                Dependency.ERP,
                cause.queue(),
                List.of(),
                "no",
                Money.of("35.00", "USD"),
                cause.remedies(),
                AT)));
  }

  StepAnswer fact(Step step) {
    var id = StepId.of(ORDER, step);
    return switch (step) {
      case Step.ValidateOrder _ ->
          new OrderValidated(
              ORDER, CUSTOMER, id, "netsuite", "77", new BigDecimal("0.19"), List.of(), AT);
      case Step.CreateSalesOrder _ ->
          new SalesOrderCreated(
              ORDER, CUSTOMER, id, "1042", "SO1042", money("35.00"), money("6.65"), AT);
      case Step.UpdateSalesOrder _ ->
          new SalesOrderChanged(ORDER, CUSTOMER, id, money("35.00"), money("6.65"), List.of(), AT);
      case Step.SourceAgain _ -> new OrderSourcedAgain(ORDER, CUSTOMER, id, List.of(), AT);
      case Step.CheckAllocation check -> allocation(check, allOf(EAST, state()));
      case Step.RequestShipment request ->
          new ShipmentRequested(
              ORDER,
              CUSTOMER,
              id,
              request.shipmentId(),
              "shipbob",
              "5",
              request.warehouse(),
              request.shipTo(),
              request.requestedOn(),
              request.lines(),
              AT);
      case Step.ConfirmCount count -> settled(count);
      case Step.RecordItemFulfilment record ->
          new ItemFulfilmentRecorded(ORDER, CUSTOMER, id, record.shipmentId(), "2001", AT);
      case Step.CreateInvoice create ->
          new InvoiceIssued(
              ORDER,
              CUSTOMER,
              id,
              create.shipmentId(),
              "3001",
              "INV3001",
              net(create.shipmentId()),
              tax(create.shipmentId()),
              state().shipments().find(create.shipmentId()).orElseThrow().lines(),
              AT);
      case Step.CheckPayment check ->
          new PaymentRecorded(
              ORDER,
              CUSTOMER,
              id,
              check.shipmentId(),
              "3001",
              payable(unpaid(check.shipmentId())),
              state().exceptions().about(id),
              AT);
      case Step.CancelShipment cancel ->
          new ShipmentCancelled(ORDER, CUSTOMER, id, cancel.shipmentId(), AT);
      case Step.CheckShipment check ->
          new ShipmentChecked(
              ORDER, CUSTOMER, id, check.shipmentId(), check.awaited(), List.of(), AT);
      case Step.HoldShipment hold -> new ShipmentHeld(ORDER, CUSTOMER, id, hold.shipmentId(), AT);
      case Step.ReleaseShipment release ->
          new ShipmentReleased(ORDER, CUSTOMER, id, release.shipmentId(), AT);
      case Step.CloseSalesOrder _ -> new SalesOrderClosed(ORDER, CUSTOMER, id, AT);
      case Step.SubscriptionStep recurring -> SubscriptionFacts.of(recurring, state(), now);
      case Step.AwaitSubscriptionDay await ->
          new SubscriptionDayCame(ORDER, CUSTOMER, id, await.day(), now);
      case Step.RequestDeposit _ -> depositRequested(id);
      case Step.CheckDeposit _ -> throw new IllegalArgumentException("TakeDeposits answers it.");
      case Step.ApplyDeposit apply -> applied(apply, id);
      case Step.RefundDeposit _ ->
          new DepositRefunded(ORDER, CUSTOMER, id, ledger().money().depositsLeft(), AT);
      case Step.AuthorizeReturn back ->
          new ReturnAuthorized(ORDER, CUSTOMER, id, back.returnId(), "4001", "RMA4001", AT);
      case Step.AnnounceReturn back ->
          new ReturnAnnounced(
              ORDER,
              CUSTOMER,
              id,
              back.returnId(),
              ShipmentId.of(ORDER, 1),
              "shipbob",
              "70001",
              EAST,
              AT);
      case Step.CheckReturn back ->
          new ReturnChecked(ORDER, CUSTOMER, id, back.returnId(), List.of(), AT);
      case Step.ConfirmInspection back -> confirmed(back);
      case Step.RecordReturnReceipt back ->
          new ReturnReceiptRecorded(ORDER, CUSTOMER, id, back.returnId(), "4002", AT);
      case Step.CreateCreditMemo back -> credited(back.returnId(), id);
      case Step.RefundCredit back ->
          new RefundIssued(
              ORDER,
              CUSTOMER,
              id,
              back.returnId(),
              "4004",
              Objects.requireNonNull(find(back.returnId()).toRefund()),
              AT);
      case Step.WithdrawAnnouncement back ->
          new ReturnAnnouncementWithdrawn(ORDER, CUSTOMER, id, back.returnId(), AT);
      case Step.CloseReturnAuthorization back ->
          new ReturnAuthorizationClosed(ORDER, CUSTOMER, id, back.returnId(), AT);
      case Step.AwaitShipDay await -> new ShipDayCame(ORDER, CUSTOMER, id, await.day(), AT);
      case Step.InformOrder inform ->
          new OrderInformed(ORDER, CUSTOMER, id, inform.milestone(), AT);
    };
  }

  private DepositRequested depositRequested(StepId id) {
    var net = state().terms().net();
    var amount =
        Objects.requireNonNull(state().terms().sale().deposit())
            .of(net.plus(net.times(new BigDecimal("0.19"))));
    return new DepositRequested(
        ORDER,
        CUSTOMER,
        id,
        amount,
        state().exceptions().about(StepId.of(ORDER, new Step.CheckDeposit())),
        AT);
  }

  private DepositApplied applied(Step.ApplyDeposit step, StepId id) {
    var left = ledger().money().depositsLeft();
    var due = unpaid(step.shipmentId());
    return new DepositApplied(
        ORDER,
        CUSTOMER,
        id,
        step.shipmentId(),
        "3001",
        payable(left.exceeds(due) ? due : left),
        AT);
  }

  /** The ERP says what it got in advance. */
  World deposits(Money received) {
    return send(new TakeDeposits(ORDER, received, AT));
  }

  private ReturnCase find(ReturnId id) {
    return state().returns().find(id).orElseThrow();
  }

  /** As it would be done; what nobody has decided of throws. */
  StepAnswer settled(Step.ConfirmCount step) {
    return ((StepOutcome.Answered) Counting.confirmed(step, state(), AT)).fact();
  }

  /** As it would be done; what has to be parked throws. */
  StepAnswer confirmed(Step.ConfirmInspection step) {
    return ((StepOutcome.Answered) Inspection.confirmed(step, state(), AT)).fact();
  }

  /** At the prices of the order; as much of it as is still to be paid lessens that. */
  private CreditMemoIssued credited(ReturnId back, StepId id) {
    var lines = find(back).accepted();
    var net =
        lines.stream()
            .map(it -> state().terms().line(it.lineId()).net(it.quantity()))
            .reduce(Money.zero(USD), Money::plus);
    var tax = net.times(new BigDecimal("0.19"));
    var due = ledger().money().due();
    var gross = net.plus(tax);
    return new CreditMemoIssued(
        ORDER,
        CUSTOMER,
        id,
        back,
        "4003",
        "CM4003",
        net,
        tax,
        gross.exceeds(due) ? due : gross,
        lines,
        AT);
  }

  World back(int number, ReturnUpdate.Kind kind, Goods... goods) {
    var id = ReturnId.of(ORDER, number);
    return send(
        new RecordReturnUpdate(
            new ReturnUpdate("m", "shipbob", id, kind, List.of(goods), null, AT)));
  }

  World asksToReturn(Settlement settlement, LineQuantity... lines) {
    return send(new RequestReturn(ORDER, List.of(lines), settlement, "Too long", "user-7", AT));
  }

  StepAnswer tooLate(Step.CancelShipment cancel) {
    return new ShipmentCancellationRefused(
        ORDER, CUSTOMER, StepId.of(ORDER, cancel), cancel.shipmentId(), "It was shipped.", AT);
  }

  static List<Allocation> allOf(WarehouseId warehouse) {
    return List.of(new Allocation(BOLTS, warehouse, 10), new Allocation(NUTS, warehouse, 4));
  }

  /** All that is ordered now, from one warehouse. */
  private static List<Allocation> allOf(WarehouseId warehouse, FulfilmentState state) {
    return state.terms().sale().goods().stream()
        .map(line -> new Allocation(line.lineId(), warehouse, line.quantity()))
        .toList();
  }

  private StockAllocated allocation(Step.CheckAllocation check, List<Allocation> allocations) {
    var missing =
        state().terms().sale().goods().stream()
            .map(
                line ->
                    new LineQuantity(
                        line.lineId(),
                        line.quantity()
                            - allocations.stream()
                                .filter(it -> it.lineId().equals(line.lineId()))
                                .mapToInt(Allocation::quantity)
                                .sum()))
            .filter(line -> line.quantity() > 0)
            .toList();
    return new StockAllocated(ORDER, CUSTOMER, StepId.of(ORDER, check), allocations, missing, AT);
  }

  /** What a shipment carries, at the order's prices. */
  private Money net(ShipmentId shipment) {
    return state().shipments().find(shipment).orElseThrow().lines().stream()
        .map(it -> state().terms().line(it.lineId()).net(it.quantity()))
        .reduce(Money.zero(USD), Money::plus);
  }

  private Money unpaid(ShipmentId shipment) {
    var gross = net(shipment).plus(tax(shipment));
    var billing = state().shipments().find(shipment).orElseThrow().billing();
    var received = billing.received();
    var deposit = billing.deposit();
    var unpaid = received == null ? gross : gross.minus(received);
    return deposit == null ? unpaid : unpaid.minus(deposit);
  }

  /** No more than the order's credits have left to pay. */
  private Money payable(Money gross) {
    var due = ledger().money().due();
    return gross.exceeds(due) ? due : gross;
  }

  private Money tax(ShipmentId shipment) {
    return net(shipment).times(new BigDecimal("0.19"));
  }

  private static Money money(String amount) {
    return Money.of(amount, "USD");
  }

  List<Step> requested() {
    return all(StepRequested.class).stream().map(StepRequested::step).toList();
  }
}
