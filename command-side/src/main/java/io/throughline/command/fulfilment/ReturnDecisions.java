package io.throughline.command.fulfilment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand.InspectReturn;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand.RecordReturnUpdate;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand.RequestReturn;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand.WithdrawReturn;
import io.throughline.command.fulfilment.ReturnCase.Stage;
import io.throughline.command.fulfilment.Steps.StepState.Status;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.StepAbandoned;
import io.throughline.kernel.event.ReturnEvent.ReturnInspected;
import io.throughline.kernel.event.ReturnEvent.ReturnRequested;
import io.throughline.kernel.event.ReturnEvent.ReturnWithdrawn;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.InspectedLine;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What commands about goods that come back make happen. Pure. */
final class ReturnDecisions {
  private ReturnDecisions() {}

  /**
   * @throws RuntimeException one of the package's named refusals
   */
  static List<FulfilmentEvent> decide(FulfilmentState state, ReturnCommand command) {
    return switch (command) {
      case RequestReturn request -> requested(state, request);
      case WithdrawReturn withdraw -> withdrawn(state, withdraw);
      case InspectReturn inspect -> inspected(state, inspect);
      case RecordReturnUpdate record -> ReturnReports.taken(state, record.update());
    };
  }

  /** What has left a warehouse, and no return takes back yet. */
  static int returnable(FulfilmentState state, LineId line) {
    return state.shipments().left(line) - state.returns().claimed(line);
  }

  private static List<FulfilmentEvent> requested(FulfilmentState state, RequestReturn request) {
    for (var line : total(request.lines()).entrySet()) {
      var most = returnable(state, line.getKey());
      if (line.getValue() > most) {
        throw new NotReturnable(state.orderId(), line.getKey(), line.getValue(), most);
      }
    }
    var id = ReturnId.of(state.orderId(), state.returns().byId().size() + 1);
    var asked =
        new ReturnRequested(
            state.orderId(),
            state.customerId(),
            id,
            request.lines(),
            request.settlement(),
            request.reason(),
            List.of(),
            request.actor(),
            request.at());
    return ofNoUse(state, asked, state.evolve(asked));
  }

  private static Map<LineId, Integer> total(List<LineQuantity> lines) {
    return lines.stream()
        .collect(groupingBy(LineQuantity::lineId, summingInt(LineQuantity::quantity)));
  }

  /** Nobody waits any more for the delivery of goods that are taken back. */
  private static List<FulfilmentEvent> ofNoUse(
      FulfilmentState state, ReturnRequested asked, FulfilmentState then) {
    var closed = new ArrayList<ExceptionId>();
    var events = new ArrayList<FulfilmentEvent>();
    for (var shipment : state.shipments().active().toList()) {
      if (CarriageDueSteps.isOfNoUse(then, shipment, AwaitedMilestone.DELIVERED)) {
        var check = state.idOf(new Step.CheckShipment(shipment.id(), AwaitedMilestone.DELIVERED));
        closed.addAll(state.exceptions().about(check));
        if (isPending(state, check)) {
          events.add(
              new StepAbandoned(
                  state.orderId(),
                  state.customerId(),
                  check,
                  "Its goods are taken back.",
                  asked.at()));
        }
      }
    }
    events.addFirst(
        new ReturnRequested(
            asked.orderId(),
            asked.customerId(),
            asked.returnId(),
            asked.lines(),
            asked.settlement(),
            asked.reason(),
            List.copyOf(closed),
            asked.actor(),
            asked.at()));
    return events;
  }

  private static boolean isPending(FulfilmentState state, StepId step) {
    return state.steps().find(step).filter(it -> it.status() == Status.PENDING).isPresent();
  }

  private static ReturnCase require(FulfilmentState state, ReturnId id) {
    return state.returns().find(id).orElseThrow(() -> new UnknownFulfilment("a return " + id));
  }

  private static List<FulfilmentEvent> withdrawn(FulfilmentState state, WithdrawReturn withdraw) {
    var back = require(state, withdraw.returnId());
    if (back.isWithdrawn()) {
      return List.of(); // a retry, not an error
    }
    if (back.reached(Stage.RECEIVED)) {
      throw new ReturnTooFar(back.id(), "its goods have come");
    }
    var events = new ArrayList<FulfilmentEvent>();
    events.add(
        new ReturnWithdrawn(
            state.orderId(),
            state.customerId(),
            back.id(),
            withdraw.reason(),
            exceptionsOf(state, back),
            withdraw.actor(),
            withdraw.at()));
    var check = state.idOf(new Step.CheckReturn(back.id()));
    if (isPending(state, check)) {
      events.add(
          new StepAbandoned(
              state.orderId(),
              state.customerId(),
              check,
              "The return is withdrawn.",
              withdraw.at()));
    }
    return events;
  }

  /** As the remedy of an exception that the return was parked for. */
  static ReturnWithdrawn givenUp(FulfilmentState state, StepId step, ApplyRemedy apply) {
    var back = state.returns().about(step).orElseThrow();
    if (back.reached(Stage.RECEIVED)) {
      throw new RemedyNotApplicable("The goods of return " + back.id() + " have come.");
    }
    return new ReturnWithdrawn(
        state.orderId(),
        state.customerId(),
        back.id(),
        "Given up after " + apply.exceptionId() + ".",
        exceptionsOf(state, back).stream().filter(it -> !it.equals(apply.exceptionId())).toList(),
        apply.actor(),
        apply.at());
  }

  private static List<ExceptionId> exceptionsOf(FulfilmentState state, ReturnCase back) {
    return stepsOf(back)
        .map(state::idOf)
        .flatMap(it -> state.exceptions().about(it).stream())
        .toList();
  }

  private static Stream<Step> stepsOf(ReturnCase back) {
    return Stream.of(
        new Step.AuthorizeReturn(back.id()),
        new Step.AnnounceReturn(back.id()),
        new Step.CheckReturn(back.id()),
        new Step.ConfirmInspection(back.id()));
  }

  private static List<FulfilmentEvent> inspected(FulfilmentState state, InspectReturn inspect) {
    var back = require(state, inspect.returnId());
    if (back.reached(Stage.INSPECTED)
        && back.inspected().equals(inspect.inspected())
        && !back.told()) {
      return List.of(); // a retry, not an error
    }
    if (back.isWithdrawn()) {
      throw new ReturnTooFar(back.id(), "it is withdrawn");
    }
    if (back.reached(Stage.CONFIRMED)) {
      throw new ReturnTooFar(back.id(), "it is settled what is taken back");
    }
    refuseIfOther(back, inspect.inspected());
    return ReturnReports.inspected(
        state,
        back,
        new ReturnInspected(
            state.orderId(),
            state.customerId(),
            back.id(),
            inspect.inspected(),
            inspect.note(),
            false,
            List.of(),
            inspect.actor(),
            inspect.at()));
  }

  private static void refuseIfOther(ReturnCase back, List<InspectedLine> inspected) {
    var seen = new HashSet<LineId>();
    for (var found : inspected) {
      var announced = back.lines().stream().filter(it -> it.lineId().equals(found.lineId()));
      if (!seen.add(found.lineId()) || announced.findAny().isEmpty()) {
        throw new IllegalArgumentException(
            "Line "
                + found.lineId()
                + " was not announced with return "
                + back.id()
                + ", or stands there twice: name each announced line once.");
      }
    }
  }
}
