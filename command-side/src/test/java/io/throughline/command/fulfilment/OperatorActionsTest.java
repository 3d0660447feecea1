package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.AT;
import static io.throughline.command.fulfilment.World.EAST;
import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.command.fulfilment.FulfilmentCommand.CancelFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.InjectPayload;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.NoteExceptionOverdue;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.PauseOrder;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.RerouteStep;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.ResumeOrder;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.RetryStep;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.SkipStep;
import io.throughline.command.fulfilment.FulfilmentState.Phase;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.Money;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.event.OperatorEvent;
import io.throughline.kernel.event.OperatorEvent.ExceptionOverdue;
import io.throughline.kernel.event.OperatorEvent.StepRetried;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Detour;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OperatorActionsTest {
  private static final Step VALIDATE = new Step.ValidateOrder();
  private static final Step CREATE = new Step.CreateSalesOrder();
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);
  private static final String WHO = "user-7";

  private final World world = World.started();

  @Test
  void aPausedOrderBeginsNothingAndGoesOnWhereItWasOnceItIsResumed() {
    world.send(new PauseOrder(ORDER, "The ERP is moved.", WHO, AT));
    world.send(new PauseOrder(ORDER, "The ERP is moved.", WHO, AT));
    world.answer(VALIDATE);
    assertThat(world.pending()).isEmpty();

    world.send(new ResumeOrder(ORDER, "It was moved.", WHO, AT));

    assertThat(world.pending()).containsExactly(CREATE);
    assertThat(world.all(OperatorEvent.class)).hasSize(2);
    finish(1);
  }

  @Test
  void whatIsCancelledWhileItIsPausedIsUndoneOnceItIsResumed() {
    world.answer(VALIDATE).answer(CREATE);
    world.send(new PauseOrder(ORDER, "Wait.", WHO, AT));
    world.send(new CancelFulfilment(ORDER, "Not wanted", AT));
    assertThat(world.state().phase()).isEqualTo(Phase.CANCELLING);

    world.send(new ResumeOrder(ORDER, "Go on.", WHO, AT)).answerAll();

    assertThat(world.state().phase()).isEqualTo(Phase.CANCELLED);
  }

  @Test
  void aParkedStepThatIsRetriedIsAskedForAnewAndItsExceptionIsClosed() {
    world.parked(VALIDATE, Cause.ERP_REFUSED);

    world.send(new RetryStep(ORDER, id(VALIDATE), "Mended there.", WHO, AT));

    assertThat(world.pending()).containsExactly(VALIDATE);
    assertThat(world.state().exceptions().open()).isEmpty();
    assertThat(world.all(StepRetried.class).getFirst().closed())
        .containsExactly(ExceptionId.of(ORDER, 1));
    finish(1);
  }

  @Test
  void aStepUnderWayThatIsRetriedIsAskedForInANewRound() {
    world.send(new RetryStep(ORDER, id(VALIDATE), "Do not wait.", WHO, AT));

    assertThat(world.state().steps().isPending(id(VALIDATE), 2)).isTrue();
    finish(1);
  }

  @Test
  void whatIsDoneOrUnknownCannotBeRetried() {
    world.answer(VALIDATE);

    assertThatThrownBy(() -> world.send(new RetryStep(ORDER, id(VALIDATE), "Again.", WHO, AT)))
        .isInstanceOf(StepNotWaiting.class);
    assertThatThrownBy(() -> world.send(new RetryStep(ORDER, id(invoice()), "Again.", WHO, AT)))
        .isInstanceOf(StepNotWaiting.class);
  }

  @Test
  void whatSomebodyDidByHandIsSkippedAndTheOrderGoesOn() {
    shipped();
    world.parked(new Step.RecordItemFulfilment(S1), Cause.FULFILMENT_REFUSED);

    world.send(new SkipStep(ORDER, id(new Step.RecordItemFulfilment(S1)), "By hand.", WHO, AT));

    assertThat(world.pending()).contains(invoice());
    world.answerAll().told(1, Kind.DELIVERED).answerAll();
    assertThat(world.state().phase()).isEqualTo(Phase.COMPLETED);
  }

  @Test
  void aStepWhoseAnswerIsNeededCannotBeSkipped() {
    world.parked(VALIDATE, Cause.ERP_REFUSED);

    assertThatThrownBy(() -> world.send(new SkipStep(ORDER, id(VALIDATE), "Skip.", WHO, AT)))
        .isInstanceOf(StepNotSkippable.class);
  }

  @Test
  void aRefusedShipmentGoesToAnotherProvider() {
    var request = requested();
    world.parked(request, Cause.CARRIER_PRODUCT_UNKNOWN);

    world.send(reroute(request, new Detour.ToProvider("shiphero")));

    assertThat(world.pending()).contains(request);
    assertThat(world.state().interventions().providerOf(id(request))).contains("shiphero");
    finish(1);
  }

  @Test
  void aRefusedShipmentGoesToAnotherWarehouse() {
    var request = requested();
    world.parked(request, Cause.CARRIER_REFUSED);

    world.send(reroute(request, new Detour.AwayFromWarehouse()));

    assertThat(world.pending()).contains(new Step.SourceAgain(1));
    assertThat(world.state().outages().includes(World.BOLTS, EAST)).isTrue();
    finish(2);
  }

  @Test
  void anOrderThatItsErpRefusedIsCheckedAndBookedInAnotherAccount() {
    world.answer(VALIDATE).parked(CREATE, Cause.PERMISSION_MISSING);

    world.send(reroute(CREATE, new Detour.ToErp("cloud")));

    assertThat(world.pending()).containsExactly(VALIDATE);
    assertThat(world.state().interventions().erp()).isEqualTo("cloud");
    finish(1);
  }

  @Test
  void whatMayBeCarriedOutAfterAllIsNotReroutedForItWouldBeDoneTwice() {
    var request = requested();
    world.parked(request, Cause.CARRIER_UNAVAILABLE);

    assertThatThrownBy(() -> world.send(reroute(request, new Detour.ToProvider("shiphero"))))
        .isInstanceOf(DetourNotPossible.class)
        .hasMessageContaining("no clear answer");
    assertThatThrownBy(() -> world.send(reroute(request, new Detour.ToErp("cloud"))))
        .isInstanceOf(DetourNotPossible.class);
  }

  @Test
  void aStepIsCarriedOutOnTheTermsThatTwoPeopleAgreedOn() {
    world.answer(VALIDATE).parked(CREATE, Cause.TAX_REGION_UNKNOWN);

    world.send(inject(CREATE, World.sale().withTaxRegion("FR")));

    assertThat(world.pending()).containsExactly(CREATE);
    assertThat(world.state().terms().sale().taxRegion()).isEqualTo("FR");
    finish(1);
  }

  @Test
  void linesThatTheErpHasAreNotCorrectedBehindItsBack() {
    var request = requested();
    world.parked(request, Cause.ADDRESS_REJECTED);
    var sale = World.sale();

    assertThatThrownBy(
            () -> world.send(inject(request, sale.withLines(sale.lines().subList(0, 1)))))
        .isInstanceOf(PayloadNotPossible.class)
        .hasMessageContaining("PATCH");
  }

  @Test
  void anExceptionThatNobodyMendsInTimeIsToldOnce() {
    world.parked(VALIDATE, Cause.CREDIT_LIMIT_EXCEEDED);

    world.send(late(1)).send(late(1));

    assertThat(world.all(ExceptionOverdue.class))
        .singleElement()
        .satisfies(it -> assertThat(it.due()).isEqualTo(AT.plus(Duration.ofHours(4))));
  }

  @Test
  void anExceptionThatWasMendedInTimeIsNotToldOf() {
    world.parked(VALIDATE, Cause.CREDIT_LIMIT_EXCEEDED);
    world.send(new RetryStep(ORDER, id(VALIDATE), "Paid.", WHO, AT));

    world.send(late(1));

    assertThat(world.all(ExceptionOverdue.class)).isEmpty();
  }

  private static NoteExceptionOverdue late(int number) {
    return new NoteExceptionOverdue(
        ExceptionId.of(ORDER, number),
        Cause.CREDIT_LIMIT_EXCEEDED,
        Money.of("35.00", "USD"),
        AT,
        AT.plus(Duration.ofHours(5)));
  }

  private static RerouteStep reroute(Step step, Detour detour) {
    return new RerouteStep(ORDER, id(step), detour, "It has to go.", WHO, AT);
  }

  private static InjectPayload inject(Step step, SaleTerms terms) {
    return new InjectPayload(ORDER, id(step), terms, new ApprovalId("a-1"), "user-8", AT);
  }

  private static StepId id(Step step) {
    return StepId.of(ORDER, step);
  }

  private static Step invoice() {
    return new Step.CreateInvoice(S1);
  }

  private Step.RequestShipment requested() {
    world.answer(VALIDATE).answer(CREATE).allocated(World.allOf(EAST));
    return world.pending().stream()
        .filter(Step.RequestShipment.class::isInstance)
        .map(Step.RequestShipment.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private void shipped() {
    world.answer(requested()).told(1, Kind.SHIPPED);
  }

  private void finish(int shipment) {
    world.answerAll().told(shipment, Kind.SHIPPED).answerAll();
    world.told(shipment, Kind.DELIVERED).answerAll();
    assertThat(world.state().phase()).isEqualTo(Phase.COMPLETED);
  }
}
