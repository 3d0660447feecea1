package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.FulfilmentCommand.ChangeSubscription;
import io.throughline.command.fulfilment.SubscriptionWish.Effect;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.event.SubscriptionEvent;
import io.throughline.kernel.event.SubscriptionEvent.CreditLeftOnAccount;
import io.throughline.kernel.event.SubscriptionEvent.RenewalChanged;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionCancelled;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChangeAsked;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.subscription.BilledPeriod;
import io.throughline.kernel.subscription.Subscription;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What people may make of a subscription that the ERP has taken. Pure. */
final class SubscriptionDecisions {
  private SubscriptionDecisions() {}

  /**
   * @throws RuntimeException one of the package's named refusals
   * @throws IllegalArgumentException if no subscription can be as it would be then
   */
  static List<SubscriptionEvent> decide(FulfilmentState state, ChangeSubscription command) {
    var line = require(state, command);
    var today = state.subscriptions().todayAt(command.at());
    var from = dayOf(command.wish().effect(), line, today);
    return switch (command.wish()) {
      case SubscriptionWish.Change change -> changed(state, line, change, from, command);
      case SubscriptionWish.Cancel cancel -> cancelled(state, line, cancel, from, command);
    };
  }

  private static Subscription require(FulfilmentState state, ChangeSubscription command) {
    var order = state.orderId();
    var sold = state.terms().sale().find(command.lineId());
    if (sold.filter(OrderLine::recurs).isEmpty()) {
      throw new IllegalArgumentException(
          "The order " + order + " has no line " + command.lineId() + " that is subscribed to.");
    }
    switch (state.phase()) {
      case RUNNING -> {}
      case CANCELLING -> throw new CancellationUnderWay(order);
      case COMPLETED, CANCELLED -> throw new OrderEnded(order);
    }
    var line =
        state
            .subscriptions()
            .find(command.lineId())
            .orElseThrow(() -> SubscriptionNotChangeable.notTaken(order, command.lineId()));
    if (line.ended()) {
      throw SubscriptionNotChangeable.over(order, line.lineId(), line.end().orElseThrow());
    }
    return line;
  }

  private static LocalDate dayOf(Effect effect, Subscription line, LocalDate today) {
    return switch (effect) {
      case Effect.OnDay(var day) -> day == null ? today : day;
      case Effect.AtTermEnd _ -> line.calendar().endOfTerm(line.terms());
      case Effect.AtPeriodEnd _ ->
          line.calendar().startsOn().isAfter(today)
              ? line.calendar().startsOn()
              : line.calendar().periodOn(today).until();
    };
  }

  private static List<SubscriptionEvent> changed(
      FulfilmentState state,
      Subscription line,
      SubscriptionWish.Change change,
      LocalDate from,
      ChangeSubscription command) {
    var wanted = change.applyTo(line.on(from));
    var asked = line.asked();
    var isAsked = asked != null && asked.from().equals(from) && asked.line().equals(wanted);
    if (isAsked || wanted.equals(line.on(from))) {
      return List.of(); // a retry, or nothing at all
    }
    refuseIfUnderWay(state, line);
    refuseDay(state, line, from);
    check(wanted);
    return List.of(
        new SubscriptionChangeAsked(
            state.orderId(),
            state.customerId(),
            line.lineId(),
            line.changes() + 1,
            from,
            wanted,
            command.actor(),
            command.at()));
  }

  private static void check(OrderLine wanted) {
    if (wanted.quantity() < 1) {
      throw new IllegalArgumentException(
          "Line " + wanted.lineId() + ": the quantity must be 1 or more; cancel it instead.");
    }
    if (wanted.net().amount().signum() <= 0) {
      throw new IllegalArgumentException(
          "Line " + wanted.lineId() + ": a subscription's price must be above zero.");
    }
  }

  private static List<SubscriptionEvent> cancelled(
      FulfilmentState state,
      Subscription line,
      SubscriptionWish.Cancel cancel,
      LocalDate from,
      ChangeSubscription command) {
    if (from.equals(line.cancelledFrom())) {
      return List.of(); // a retry, not an error
    }
    refuseIfUnderWay(state, line);
    refuseDay(state, line, from);
    return List.of(
        new SubscriptionCancelled(
            state.orderId(),
            state.customerId(),
            line.lineId(),
            from,
            cancel.reason(),
            command.actor(),
            command.at()));
  }

  /** What a change makes of a period is booked before there is another. */
  private static void refuseIfUnderWay(FulfilmentState state, Subscription line) {
    if (line.asked() != null || !line.adjustment().isZero()) {
      throw new ChangeUnderWay(state.orderId());
    }
  }

  private static void refuseDay(FulfilmentState state, Subscription line, LocalDate from) {
    var earliest = earliest(state, line);
    if (from.isBefore(earliest)) {
      throw SubscriptionNotChangeable.tooEarly(state.orderId(), line.lineId(), earliest);
    }
    var end = line.end().filter(day -> !from.isBefore(day));
    if (end.isPresent()) {
      throw SubscriptionNotChangeable.over(state.orderId(), line.lineId(), end.get());
    }
  }

  /** The first day of the last period that is invoiced, or is being invoiced. */
  private static LocalDate earliest(FulfilmentState state, Subscription line) {
    return reached(state, line).map(BilledPeriod::from).orElse(line.calendar().startsOn());
  }

  private static Optional<BilledPeriod> reached(FulfilmentState state, Subscription line) {
    var next = new Step.InvoicePeriod(line.lineId(), line.invoiced() + 1);
    return state.steps().wasRequested(state.idOf(next))
        ? Optional.of(line.calendar().period(next.period()))
        : line.lastPeriod();
  }

  /**
   * What a remedy of a subscription's step makes of it.
   *
   * @throws RemedyNotApplicable if a parameter is missing or does not fit
   */
  static List<SubscriptionEvent> mended(
      FulfilmentState state, Step.SubscriptionStep step, ApplyRemedy apply) {
    var line = state.subscriptions().find(step.lineId()).orElseThrow();
    return switch (apply.remedy()) {
      case REPRICE ->
          List.of(
              goesOnAs(
                  state,
                  line,
                  apply,
                  it -> it.withUnitPrice(Remedies.unitPrice(it, parameter(apply, "unitPrice")))));
      case SUBSTITUTE_PRODUCT -> {
        refuseAnotherLine(line, apply);
        yield List.of(
            goesOnAs(
                state,
                line,
                apply,
                it -> Remedies.substitute(it, apply.remedy(), apply.parameters())));
      }
      case REMOVE_LINE -> {
        refuseAnotherLine(line, apply);
        yield ended(state, line, apply);
      }
      case END_SUBSCRIPTION -> ended(state, line, apply);
      case LEAVE_ON_ACCOUNT ->
          step instanceof Step.CreditStep about
              ? List.of(
                  new CreditLeftOnAccount(
                      state.orderId(),
                      state.customerId(),
                      line.lineId(),
                      about.creditId(),
                      apply.at()))
              : List.of();
      case RETRY,
          RELEASE_CREDIT,
          APPROVE_PRICE,
          CORRECT_TAX_REGION,
          CORRECT_ADDRESS,
          KEEP_OURS,
          TAKE_THEIRS,
          EDIT_FIELD,
          LINK_CUSTOMER,
          ACCEPT_COUNT,
          CLOSE_SHORT,
          DISMISS_COUNT,
          ACCEPT_INSPECTION,
          WITHDRAW_RETURN,
          WAIVE_DEPOSIT,
          HAND_TO_COLLECTIONS,
          ACCEPT_AMOUNT,
          CANCEL_ORDER ->
          List.of();
    };
  }

  /** Whether the remedy, of a subscription's step, changes it and not the order's terms. */
  static boolean isOfSubscription(Remedy remedy) {
    return remedy == Remedy.REPRICE
        || remedy == Remedy.END_SUBSCRIPTION
        || remedy == Remedy.LEAVE_ON_ACCOUNT
        || remedy == Remedy.SUBSTITUTE_PRODUCT
        || remedy == Remedy.REMOVE_LINE;
  }

  private static void refuseAnotherLine(Subscription line, ApplyRemedy apply) {
    if (!line.lineId().value().equalsIgnoreCase(parameter(apply, "lineId"))) {
      throw new RemedyNotApplicable("The exception is about line " + line.lineId() + ".");
    }
  }

  /** From the first day that is not invoiced yet. */
  private static RenewalChanged goesOnAs(
      FulfilmentState state,
      Subscription line,
      ApplyRemedy apply,
      UnaryOperator<OrderLine> change) {
    var from = line.calendar().period(line.invoiced() + 1).from();
    var wanted = change.apply(line.on(from));
    if (wanted.net().amount().signum() <= 0) {
      throw new RemedyNotApplicable("A subscription's price must be above zero.");
    }
    return new RenewalChanged(
        state.orderId(), state.customerId(), line.lineId(), from, wanted, apply.at());
  }

  /** At the end of what is invoiced already; where it ends by itself before, nothing is changed. */
  private static List<SubscriptionEvent> ended(
      FulfilmentState state, Subscription line, ApplyRemedy apply) {
    var from = line.lastPeriod().map(BilledPeriod::until).orElse(line.calendar().startsOn());
    var isOver = line.end().filter(day -> !from.isBefore(day)).isPresent();
    return isOver
        ? List.of()
        : List.of(
            new SubscriptionCancelled(
                state.orderId(),
                state.customerId(),
                line.lineId(),
                from,
                "Ended after " + apply.exceptionId() + ".",
                apply.actor(),
                apply.at()));
  }

  private static String parameter(ApplyRemedy apply, String name) {
    var value = Objects.requireNonNullElse(apply.parameters().get(name), "");
    if (value.isBlank()) {
      throw new RemedyNotApplicable(
          "The remedy "
              + apply.remedy().wireName()
              + " needs the parameter "
              + name
              + ", and it is missing or blank.");
    }
    return value.strip();
  }
}
