package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.FulfilmentCommand.NoteOverdue;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand.InspectReturn;
import io.throughline.command.logistics.ReturnUpdate;
import io.throughline.command.logistics.ReturnUpdate.Goods;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.DepositTerms;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.SaleEvent.ShipmentUnstocked;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.InspectedLine;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.Settlement;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cause, every remedy. */
class CausesTest {
  private static final Path PAGE = Path.of("../docs/causes.md");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `([A-Z_]+)` \\| (\\w+) \\| (\\d+) h \\| ([^|]*) \\|", Pattern.MULTILINE);
  private static final ReturnId R1 = ReturnId.of(ORDER, 1);
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);

  /** Mended on the customer itself: see {@code CustomerSyncTest} and {@code CrmSyncTest}. */
  private static final Set<Cause> OF_CUSTOMERS =
      EnumSet.of(
          Cause.DUPLICATE_CUSTOMER,
          Cause.CUSTOMER_REFUSED,
          Cause.CUSTOMER_CONFLICT,
          Cause.CRM_REFUSED);

  /** Mended on a subscription: see {@code SubscriptionProcessTest}. */
  private static final Set<Cause> OF_SUBSCRIPTIONS =
      EnumSet.of(
          Cause.RENEWAL_PRODUCT_GONE, Cause.RENEWAL_PRICE_NOT_APPROVED, Cause.PAYMENT_OVERDUE);

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "lineId", "2",
          "productId", "SCREW",
          "unitPrice", "2.75",
          "taxRegion", "FR",
          "street", "2 Mill Lane",
          "city", "Riverton",
          "country", "NL");

  /** They end a return: see {@code ReturnProcessTest} for the whole of it. */
  private static final Set<Cause> OF_RETURNS =
      EnumSet.range(Cause.RETURN_REFUSED, Cause.REFUND_REFUSED);

  private static final Set<Remedy> GIVING_UP =
      EnumSet.of(
          Remedy.CANCEL_ORDER,
          Remedy.WITHDRAW_RETURN,
          Remedy.LEAVE_ON_ACCOUNT,
          Remedy.HAND_TO_COLLECTIONS);

  /** Whether the ERP has to take another order before the step is done. */
  private static boolean changesFirst(Cause cause, Remedy remedy) {
    return remedy == Remedy.CLOSE_SHORT
        || (cause == Cause.OVER_SHIPPED && remedy == Remedy.ACCEPT_COUNT);
  }

  static Stream<Arguments> remedies() {
    return Arrays.stream(Cause.values())
        .filter(Predicate.not(OF_CUSTOMERS::contains))
        .filter(Predicate.not(OF_SUBSCRIPTIONS::contains))
        .flatMap(cause -> cause.remedies().stream().map(it -> Arguments.of(cause, it)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("remedies")
  void eachRemedySetsTheOrderGoing(Cause cause, Remedy remedy) {
    var stopped = stepOf(cause);
    var world = worldAt(stopped, cause).parked(stopped, cause);
    assertThat(world.pending()).doesNotContain(stopped);
    var parked = world.all(FulfilmentParked.class).getFirst();

    world.send(
        new ApplyRemedy(
            parked.exceptionId(), remedy, PARAMETERS, "user-7", remedy.roles(), World.AT));

    assertThat(world.all(RemedyApplied.class)).hasSize(1);
    assertThat(world.state().exceptions().open()).isEmpty();
    if (!GIVING_UP.contains(remedy) && !changesFirst(cause, remedy)) {
      assertThat(world.pending()).contains(stopped);
    }
    answerAll(world);
    if (OF_RETURNS.contains(cause)) {
      assertThat(world.state().returns().open()).isEmpty();
      return;
    }
    if (remedy != Remedy.CANCEL_ORDER) {
      world.told(world.state().shipments().byId().size(), Kind.DELIVERED).answerAll();
    }
    assertThat(world.state().hasEnded() || world.state().shipments().anyHasLeft()).isTrue();
  }

  /** What comes back is what was announced. */
  private static void answerAll(World world) {
    var check = new Step.CheckReturn(R1);
    for (var pending = world.pending(); !pending.isEmpty(); pending = world.pending()) {
      for (var step : pending) {
        if (step instanceof Step.CheckDeposit) {
          world.deposits(Money.of("12.50", "USD"));
        } else if (step.equals(check)) {
          world.back(1, ReturnUpdate.Kind.INSPECTED, new Goods(new ProductId("BOLT"), 4, 0));
        } else {
          world.answer(step);
        }
      }
    }
  }

  /** A step that such a cause stops. */
  private static Step stepOf(Cause cause) {
    return switch (cause) {
      case CUSTOMER_UNKNOWN,
          CUSTOMER_INACTIVE,
          CUSTOMER_CONFLICT,
          CUSTOMER_REFUSED,
          CRM_REFUSED,
          DUPLICATE_CUSTOMER,
          PRODUCT_UNKNOWN,
          PRODUCT_DISCONTINUED,
          TAX_REGION_UNKNOWN,
          PRICE_NOT_APPROVED,
          CREDIT_LIMIT_EXCEEDED,
          NOT_STOCKED,
          TOKEN_REJECTED,
          QUOTA_EXHAUSTED ->
          new Step.ValidateOrder();
      case CUSTOMER_NOT_IN_SUBSIDIARY,
          PRODUCT_NOT_IN_SUBSIDIARY,
          UNIT_OF_MEASURE,
          QUANTITY_REFUSED,
          CURRENCY_NOT_ALLOWED,
          PARTNER_UNKNOWN,
          DATE_REFUSED,
          WAREHOUSE_UNKNOWN,
          AMOUNT_DIFFERS,
          ERP_FIELD_MISSING,
          ERP_FIELD_REFUSED,
          ERP_SETUP_INCOMPLETE,
          ERP_SCRIPT_FAILED,
          PERMISSION_MISSING,
          ERP_REFUSED,
          RECORD_CHANGED,
          ERP_MAINTENANCE,
          ERP_UNAVAILABLE ->
          new Step.CreateSalesOrder();
      case SALES_ORDER_MISSING, ORDER_CLOSED_IN_ERP -> new Step.CheckAllocation(1);
      case OUT_OF_STOCK -> new Step.SourceAgain(1);
      case ADDRESS_REJECTED,
          CARRIER_PRODUCT_UNKNOWN,
          SHIPPING_METHOD_REFUSED,
          CARRIER_REFUSED,
          CARRIER_UNAVAILABLE ->
          request();
      case CARRIER_HOLD, CUT_OFF_MISSED, SHIPMENT_UNKNOWN, WEBHOOK_MISSING ->
          new Step.CheckShipment(S1, AwaitedMilestone.SHIPPED);
      case OVER_SHIPPED, SHORT_SHIPPED -> new Step.ConfirmCount(S1);
      case DEPOSIT_NOT_PAID -> new Step.CheckDeposit();
      case DEPOSIT_REFUSED -> new Step.RequestDeposit();
      case FULFILMENT_REFUSED -> new Step.RecordItemFulfilment(S1);
      case PERIOD_CLOSED, POSTING_LOCKED, INVOICE_REFUSED -> new Step.CreateInvoice(S1);
      case INVOICE_MISSING, PAYMENT_REVERSED -> new Step.CheckPayment(S1);
      case RENEWAL_PRODUCT_GONE, RENEWAL_PRICE_NOT_APPROVED, PAYMENT_OVERDUE ->
          throw new IllegalArgumentException(cause + " is of subscriptions.");
      case DAMAGED_IN_TRANSIT,
          RETURNED_TO_SENDER,
          CARRIER_EXCEPTION,
          DELIVERY_UNCONFIRMED,
          CARRIER_LOST ->
          new Step.CheckShipment(S1, AwaitedMilestone.DELIVERED);
      case RETURN_REFUSED -> new Step.AuthorizeReturn(R1);
      case RETURN_NOT_EXPECTED -> new Step.AnnounceReturn(R1);
      case RETURN_OVERDUE -> new Step.CheckReturn(R1);
      case INSPECTION_DIFFERS -> new Step.ConfirmInspection(R1);
      case RETURN_NOT_RECEIVABLE -> new Step.RecordReturnReceipt(R1);
      case CREDIT_REFUSED -> new Step.CreateCreditMemo(R1);
      case REFUND_REFUSED -> new Step.RefundCredit(R1);
    };
  }

  private static Step request() {
    var world = worldAt(new Step.CheckAllocation(1)).answer(new Step.CheckAllocation(1));
    return world.pending().stream()
        .filter(Step.RequestShipment.class::isInstance)
        .findFirst()
        .orElseThrow();
  }

  private static World worldAt(Step step, Cause cause) {
    if (step instanceof Step.DepositStep) {
      var terms = World.sale().withDeposit(DepositTerms.ofShare(new BigDecimal("0.30")));
      return worldAt(World.started(terms), step);
    }
    return step instanceof Step.ConfirmCount
        ? worldAt(World.started(), request())
            .answer(request())
            .counted(1, cause == Cause.OVER_SHIPPED ? 12 : 8, 4)
        : worldAt(step);
  }

  /** An order that has come to the step. */
  private static World worldAt(Step step) {
    var world = World.started();
    if (step instanceof Step.SourceAgain) {
      worldAt(world, request());
      return world.send(unstocked((Step.RequestShipment) request()));
    }
    if (step instanceof Step.CheckShipment check) {
      worldAt(world, request()).answer(request());
      if (check.awaited() == AwaitedMilestone.DELIVERED) {
        world.told(1, Kind.SHIPPED);
      }
      return world.send(
          new NoteOverdue(ORDER, S1, check.awaited(), World.AT, World.AT.plusSeconds(3600)));
    }
    if (step instanceof Step.ReturnStep back) {
      return returningAt(back);
    }
    return worldAt(world, step);
  }

  /** All is delivered and paid, and some of it comes back as announced, but for one. */
  private static World returningAt(Step.ReturnStep step) {
    var world = worldAt(new Step.CreateInvoice(S1)).answerAll().told(1, Kind.DELIVERED).answerAll();
    world.asksToReturn(Settlement.REFUND, new LineQuantity(World.BOLTS, 4));
    while (!world.pending().contains(step)) {
      var next = world.pending().getFirst();
      if (next instanceof Step.CheckReturn) {
        world.back(1, ReturnUpdate.Kind.INSPECTED, new Goods(new ProductId("BOLT"), 3, 0));
      } else if (next instanceof Step.ConfirmInspection) {
        world.send(
            new InspectReturn(
                R1, List.of(new InspectedLine(World.BOLTS, 3, 1)), null, "user-7", World.AT));
        world.answer(next);
      } else {
        world.answer(next);
      }
    }
    return world;
  }

  private static World worldAt(World world, Step step) {
    while (!world.pending().contains(step)) {
      var others = world.pending();
      var next = others.stream().filter(it -> !(it instanceof Step.InformOrder)).findFirst();
      if (next.isPresent()) {
        world.answer(next.get());
      } else {
        world.told(1, Kind.SHIPPED);
      }
    }
    return world;
  }

  private static RecordAnswer unstocked(Step.RequestShipment request) {
    return new RecordAnswer(
        new ShipmentUnstocked(
            ORDER,
            new CustomerId("ACME"),
            StepId.of(ORDER, request),
            request.shipmentId(),
            request.warehouse(),
            "BOLT is out of stock.",
            World.AT));
  }

  @Test
  void thePageNamesEachWithItsQueueItsTimeAndItsRemedies() throws IOException {
    var rows = ROW.matcher(Files.readString(PAGE)).results().map(it -> it.group().strip()).toList();

    assertThat(rows).containsExactlyElementsOf(expectedRows());
  }

  private static List<String> expectedRows() {
    return Arrays.stream(Cause.values())
        .map(
            cause ->
                "| `%s` | %s | %d h | %s |"
                    .formatted(
                        cause,
                        cause.queue().name().toLowerCase(Locale.ROOT),
                        cause.due().toHours(),
                        cause.remedies().stream()
                            .map(it -> "`" + it.wireName() + "`")
                            .collect(Collectors.joining(", "))))
        .toList();
  }
}
