package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.FulfilmentCommand.ChangeSubscription;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.command.fulfilment.SubscriptionWish.Effect;
import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.SubscriptionTerms;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.StepAnswer;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.event.SubscriptionEvent.BillPaid;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCharged;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCredited;
import io.throughline.kernel.event.SubscriptionEvent.CreditApplied;
import io.throughline.kernel.event.SubscriptionEvent.CreditRefunded;
import io.throughline.kernel.event.SubscriptionEvent.PeriodInvoiced;
import io.throughline.kernel.event.SubscriptionEvent.RenewalChanged;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionCancelled;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChanged;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionScheduled;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.kernel.subscription.BilledPeriod;
import io.throughline.kernel.subscription.OpenCredit;
import io.throughline.kernel.subscription.PeriodWorth;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Subscriptions whose answers come in any order, twice, late, or not at all for a while, with
 * changes at any moment and a clock that jumps: what was charged less what was credited is always
 * what the days were worth.
 */
class SubscriptionHistoryTest {
  private static final LineId CARE = new LineId("9");

  /** What an ERP has done under a step's id: it does it once, with what it was first told. */
  private final Map<StepId, StepAnswer> done = new HashMap<>();

  private Random random = new Random(0);
  private World world = World.started();

  @Test
  void whatWasChargedLessWhatWasCreditedIsTheWorthOfTheWholeHistory() {
    for (var seed = 0; seed < 40; seed++) {
      begin(seed);
      for (var move = 0; move < 60; move++) {
        anything();
      }
      comeToRest();
      check(seed);
    }
  }

  private void begin(int seed) {
    random = new Random(seed);
    done.clear();
    var terms =
        new SubscriptionTerms(
            BillingPeriod.values()[random.nextInt(3)],
            1 + random.nextInt(4),
            random.nextBoolean()
                ? null
                : LocalDate.parse("2026-03-31").plusDays(random.nextInt(60) - 40),
            random.nextBoolean());
    world =
        World.started(
            World.sale().withLines(List.of(World.line(CARE, "CARE", 7).withSubscription(terms))));
  }

  private void anything() {
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> answerAny();
      case 4 -> done.values().stream().findAny().ifPresent(it -> world.send(new RecordAnswer(it)));
      case 5 -> park();
      case 6 -> mend();
      case 7, 8 -> {
        world.on(world.today().plusDays(random.nextInt(50)).toString());
        world.answerWaits();
      }
      default -> wish();
    }
  }

  private List<Step> answerable() {
    return world.pending().stream()
        .filter(step -> !(step instanceof Step.AwaitSubscriptionDay))
        .toList();
  }

  private void answerAny() {
    var steps = answerable();
    if (!steps.isEmpty()) {
      answer(steps.get(random.nextInt(steps.size())));
    }
  }

  private void answer(Step step) {
    var id = StepId.of(ORDER, step);
    var known = done.get(id);
    world.send(new RecordAnswer(known == null ? carriedOut(id, step) : known));
  }

  private StepAnswer carriedOut(StepId id, Step step) {
    var fact = world.fact(step);
    if (fact instanceof BillPaid paid) {
      return lessWhatCreditsPaid(paid);
    }
    if (step instanceof Step.InvoicePeriod
        || step instanceof Step.AdjustPeriod
        || step instanceof Step.CreditStep) {
      done.put(id, fact);
    }
    return fact;
  }

  /** Also by those of which the process has not heard yet. */
  private BillPaid lessWhatCreditsPaid(BillPaid paid) {
    var byCredits =
        done.values().stream()
            .filter(it -> !world.events.contains(it))
            .filter(CreditApplied.class::isInstance)
            .map(CreditApplied.class::cast)
            .filter(it -> it.billId().equals(paid.billId()))
            .map(CreditApplied::amount)
            .reduce(Money.of("0", "USD"), Money::plus);
    return SubscriptionFacts.paid(paid, paid.amount().minus(byCredits));
  }

  /** Nobody answered, so it may have been carried out: what is asked again finds that. */
  private void park() {
    var steps = answerable();
    if (!steps.isEmpty()) {
      var step = steps.get(random.nextInt(steps.size()));
      if (random.nextBoolean()) {
        carriedOut(StepId.of(ORDER, step), step);
      }
      world.parked(step, Cause.ERP_UNAVAILABLE);
    }
  }

  private void mend() {
    var open = world.state().exceptions().ids();
    if (!open.isEmpty()) {
      var roles = Remedy.RETRY.roles();
      world.send(new ApplyRemedy(open.getFirst(), Remedy.RETRY, Map.of(), "u", roles, world.now()));
    }
  }

  private void wish() {
    var effect =
        switch (random.nextInt(4)) {
          case 0 -> new Effect.AtPeriodEnd();
          case 1 -> new Effect.AtTermEnd();
          case 2 -> new Effect.OnDay(world.today().plusDays(random.nextInt(80) - 20));
          default -> new Effect.OnDay(null);
        };
    var wish =
        random.nextInt(8) == 0
            ? new SubscriptionWish.Cancel("Enough.", effect)
            : new SubscriptionWish.Change(1 + random.nextInt(20), null, null, effect);
    try {
      world.send(new ChangeSubscription(ORDER, CARE, wish, "user-7", world.now()));
    } catch (BusinessRefusal no) {
      assertThat(no.kind()).isIn("subscription-not-changeable", "change-under-way", "order-ended");
    }
  }

  private void comeToRest() {
    for (var still = true; still; ) {
      while (!world.state().exceptions().ids().isEmpty()) {
        mend();
      }
      world.answerWaits();
      var steps = answerable();
      steps.forEach(this::answer);
      still = !steps.isEmpty() || !world.state().exceptions().ids().isEmpty();
    }
  }

  private void check(int seed) {
    var periods = world.all(PeriodInvoiced.class);
    assertThat(periods)
        .as("seed %s: each period once, in order", seed)
        .extracting(PeriodInvoiced::period)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, periods.size()).boxed().toList());
    var end = endOf(world);
    if (end != null) {
      assertThat(periods)
          .filteredOn(it -> !it.from().isBefore(end))
          .as("seed %s: nothing is invoiced after the end but what was under way then", seed)
          .allSatisfy(it -> assertThat(wasUnderWayWhenItWasCancelled(it)).isTrue());
    }
    assertThat(charged()).as("seed %s", seed).isEqualTo(worth(end));
    assertThat(world.ledger().breaches()).isEmpty();
    checkCredits(seed);
  }

  /** Each credit lessened invoices or was paid back, once; what is left waits for an invoice. */
  private void checkCredits(int seed) {
    var credits = world.all(ChangeCredited.class);
    var line = world.state().subscriptions().find(CARE);
    var left =
        line.stream()
            .flatMap(it -> it.credits().stream())
            .map(OpenCredit::left)
            .reduce(Money.of("0", "USD"), Money::plus);
    var money = world.ledger().money();
    assertThat(money.onAccount()).as("seed %s", seed).isEqualTo(left);
    assertThat(world.all(CreditRefunded.class))
        .as("seed %s: paid back once", seed)
        .extracting(CreditRefunded::creditId)
        .doesNotHaveDuplicates()
        .isSubsetOf(credits.stream().map(ChangeCredited::billId).toList());
    if (line.filter(it -> it.ended()).isPresent()) {
      assertThat(left.isZero()).as("seed %s: what ended leaves no credit", seed).isTrue();
      assertThat(money.due().isZero()).as("seed %s: and nothing is due", seed).isTrue();
    }
  }

  /** It is credited in full then, as the sum of all shows. */
  private boolean wasUnderWayWhenItWasCancelled(PeriodInvoiced bill) {
    for (var event : world.events) {
      if (event instanceof StepRequested asked && asked.stepId().equals(bill.stepId())) {
        return true;
      }
      if (event instanceof SubscriptionCancelled) {
        return false;
      }
    }
    return false;
  }

  private Money charged() {
    var sum = Money.of("0", "USD");
    for (var event : world.events) {
      sum =
          switch (event) {
            case PeriodInvoiced bill -> sum.plus(bill.net());
            case ChangeCharged bill -> sum.plus(bill.net());
            case ChangeCredited credit -> sum.minus(credit.net());
            default -> sum;
          };
    }
    return sum;
  }

  private static @Nullable LocalDate endOf(World world) {
    return world.state().subscriptions().find(CARE).flatMap(it -> it.end()).orElse(null);
  }

  /** Every invoiced period reckoned anew from all prices there ever were. */
  private Money worth(@Nullable LocalDate end) {
    var prices = new TreeMap<LocalDate, Money>();
    for (FulfilmentEvent event : world.events) {
      switch (event) {
        case SubscriptionScheduled it -> prices.put(it.startsOn(), it.line().net());
        case SubscriptionChanged it -> hold(prices, it.from(), it.line().net());
        case RenewalChanged it -> hold(prices, it.from(), it.line().net());
        default -> {}
      }
    }
    if (end != null) {
      hold(prices, end, Money.of("0", "USD"));
    }
    var sum = Money.of("0", "USD");
    for (var bill : world.all(PeriodInvoiced.class)) {
      var period = new BilledPeriod(bill.period(), bill.from(), bill.until());
      var worth = PeriodWorth.of(period, prices.floorEntry(period.from()).getValue());
      for (var price : prices.entrySet()) {
        if (price.getKey().isAfter(period.from()) && period.contains(price.getKey())) {
          worth = worth.changed(price.getKey(), price.getValue());
        }
      }
      sum = sum.plus(worth.total());
    }
    return sum;
  }

  private static void hold(TreeMap<LocalDate, Money> prices, LocalDate from, Money price) {
    prices.tailMap(from, true).clear();
    prices.put(from, price);
  }
}
