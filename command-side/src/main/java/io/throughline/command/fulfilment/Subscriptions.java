package io.throughline.command.fulfilment;

import io.throughline.kernel.LineId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.event.SubscriptionEvent;
import io.throughline.kernel.event.SubscriptionEvent.CreditApplied;
import io.throughline.kernel.event.SubscriptionEvent.GoodsSettled;
import io.throughline.kernel.event.SubscriptionEvent.LineEvent;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionDayCame;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionScheduled;
import io.throughline.kernel.subscription.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order's lines that are subscribed to, from the ERP's acceptance on.
 *
 * @param today the latest day that was waited for and has come
 * @param goodsSettled whether the order's goods are delivered, invoiced and paid
 */
record Subscriptions(
    Map<LineId, Subscription> byLine, @Nullable LocalDate today, boolean goodsSettled) {

  static final Subscriptions NONE = new Subscriptions(Map.of(), null, false);

  Optional<Subscription> find(LineId lineId) {
    @Nullable Subscription subscription = byLine.get(lineId);
    return Optional.ofNullable(subscription);
  }

  Stream<Subscription> all() {
    return byLine.values().stream();
  }

  /** Whether something of it was invoiced, so that it cannot be undone as if it never was. */
  boolean isBilled(LineId lineId) {
    return find(lineId).filter(it -> it.invoiced() > 0).isPresent();
  }

  /**
   * The day in the seller's calendar (UTC). {@code at} may be a message's own time, and that is
   * sometimes earlier than what we know already.
   */
  LocalDate todayAt(Instant at) {
    var day = dayOf(at);
    return today == null || today.isBefore(day) ? day : today;
  }

  static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  Subscriptions evolve(SubscriptionEvent event) {
    return switch (event) {
      case SubscriptionScheduled scheduled -> with(Subscription.of(scheduled));
      case CreditApplied applied -> lessened(applied, applied.lineId(), applied.billId().lineId());
      case LineEvent about ->
          find(about.lineId()).map(it -> it.evolve(about)).map(this::with).orElse(this);
      case SubscriptionDayCame came ->
          new Subscriptions(byLine, later(today, came.day()), goodsSettled);
      case GoodsSettled _ -> new Subscriptions(byLine, today, true);
    };
  }

  /** Two lines may have to do with it. */
  private Subscriptions lessened(CreditApplied event, LineId creditor, LineId debtor) {
    var first = update(creditor, it -> it.evolve(event));
    return creditor.equals(debtor) ? first : first.update(debtor, it -> it.evolve(event));
  }

  private static LocalDate later(@Nullable LocalDate known, LocalDate day) {
    return known == null || known.isBefore(day) ? day : known;
  }

  /**
   * The order is fulfilled on other terms: what nothing was invoiced of may have left it, and
   * whether its goods are settled has to be seen anew.
   */
  Subscriptions changed(SaleTerms terms) {
    var kept = new LinkedHashMap<>(byLine);
    kept.values().removeIf(it -> it.invoiced() == 0 && terms.find(it.lineId()).isEmpty());
    return new Subscriptions(Collections.unmodifiableMap(kept), today, false);
  }

  Subscriptions update(LineId lineId, UnaryOperator<Subscription> change) {
    return find(lineId).map(change).map(this::with).orElse(this);
  }

  private Subscriptions with(Subscription subscription) {
    var subscriptions = new LinkedHashMap<>(byLine);
    subscriptions.put(subscription.lineId(), subscription);
    return new Subscriptions(Collections.unmodifiableMap(subscriptions), today, goodsSettled);
  }
}
