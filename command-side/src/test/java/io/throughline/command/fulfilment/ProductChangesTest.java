package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.AT;
import static io.throughline.command.fulfilment.World.BOLTS;
import static io.throughline.command.fulfilment.World.EAST;
import static io.throughline.command.fulfilment.World.NUTS;
import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.command.fulfilment.FulfilmentCommand.TakeProductChange;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.Role;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.FulfilmentEvent.StockAllocated;
import io.throughline.kernel.event.SaleEvent.ProductChanged;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step.CheckAllocation;
import io.throughline.kernel.fulfilment.Step.CreateSalesOrder;
import io.throughline.kernel.fulfilment.Step.SourceAgain;
import io.throughline.kernel.fulfilment.Step.ValidateOrder;
import io.throughline.kernel.fulfilment.StepId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a product's change in the ERP means for an order that is open. */
class ProductChangesTest {
  private final World world = World.started();

  private static TakeProductChange change(String product, boolean discontinued) {
    return new TakeProductChange(ORDER, "netsuite", new ProductId(product), discontinued, AT);
  }

  /** The ERP has 4 of 10 bolts, and all nuts. */
  private World waiting() {
    world.answer(new ValidateOrder()).answer(new CreateSalesOrder());
    var step = new CheckAllocation(1);
    return world.send(
        new RecordAnswer(
            new StockAllocated(
                ORDER,
                new CustomerId("ACME"),
                StepId.of(ORDER, step),
                List.of(new Allocation(BOLTS, EAST, 4), new Allocation(NUTS, EAST, 4)),
                List.of(new LineQuantity(BOLTS, 6)),
                AT)));
  }

  @Test
  void anOrderThatWasParkedForItsProductIsTriedAgainOnceItIsSold() {
    world.parked(new ValidateOrder(), Cause.PRODUCT_DISCONTINUED);
    assertThat(world.pending()).isEmpty();

    world.send(change("BOLT", false));

    assertThat(world.pending()).containsExactly(new ValidateOrder());
    assertThat(world.state().exceptions().open()).isEmpty();
    assertThat(world.all(RemedyApplied.class))
        .extracting(RemedyApplied::actor)
        .containsExactly("throughline");
    world.send(change("BOLT", false));
    assertThat(world.all(ProductChanged.class)).as("once").hasSize(1);
  }

  @Test
  void whatIsParkedForSomethingElseOrHasAnotherProductStaysAsItIs() {
    world.parked(new ValidateOrder(), Cause.CREDIT_LIMIT_EXCEEDED);

    world.send(change("BOLT", false)).send(change("SCREW", false)).send(change("BOLT", true));

    assertThat(world.pending()).isEmpty();
    assertThat(world.all(ProductChanged.class)).isEmpty();
  }

  @Test
  void whatIsDiscontinuedWhileItIsWaitedForIsSourcedAnew() {
    waiting().send(change("BOLT", true)).send(change("BOLT", true));

    assertThat(world.all(ProductChanged.class)).hasSize(1);
    assertThat(world.pending()).contains(new SourceAgain(1));
    assertThat(world.state().outages().discontinued()).containsExactly(new ProductId("BOLT"));
  }

  @Test
  void whatHasItsGoodsAlreadyDoesNotMind() {
    waiting().send(change("NUT", true));

    assertThat(world.all(ProductChanged.class)).isEmpty();
  }

  @Test
  void anotherAccountsProductIsNotOurs() {
    waiting().send(new TakeProductChange(ORDER, "legacy", new ProductId("BOLT"), true, AT));

    assertThat(world.all(ProductChanged.class)).isEmpty();
  }

  @Test
  void onceItIsSoldAgainTheOrderGoesOnWaiting() {
    waiting().send(change("BOLT", true));
    world.parked(new SourceAgain(1), Cause.PRODUCT_DISCONTINUED);

    world.send(change("BOLT", false));

    assertThat(world.state().exceptions().open()).isEmpty();
    assertThat(world.state().outages().discontinued()).isEmpty();
    assertThat(world.pending()).contains(new SourceAgain(1));
    world.answer(new SourceAgain(1));
    assertThat(world.pending()).contains(new CheckAllocation(3));
  }

  @Test
  void goodsOnTheirWayDoNotBecomeOthersByARemedy() {
    waiting().send(change("BOLT", true));
    world.parked(new SourceAgain(1), Cause.PRODUCT_DISCONTINUED);

    assertThatThrownBy(
            () ->
                world.send(
                    new ApplyRemedy(
                        ExceptionId.of(ORDER, 1),
                        Remedy.REMOVE_LINE,
                        Map.of("lineId", "1"),
                        "user-7",
                        Set.of(Role.SALES),
                        AT)))
        .isInstanceOf(RemedyNotApplicable.class)
        .hasMessageContaining("PATCH /api/v1/orders/SO-1");
  }
}
