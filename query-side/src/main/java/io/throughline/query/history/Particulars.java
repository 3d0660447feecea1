package io.throughline.query.history;

import io.throughline.kernel.event.CarriageEvent.ParcelTracked;
import io.throughline.kernel.event.CarriageEvent.ShipmentMiscounted;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.event.FulfilmentEvent.StockAllocated;
import io.throughline.kernel.event.FulfilmentEvent.TermsChanged;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.event.ReturnEvent;
import io.throughline.kernel.event.SaleEvent.OrderChanged;
import io.throughline.kernel.event.SaleEvent.ProductChanged;
import io.throughline.kernel.event.SubscriptionEvent.RenewalChanged;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChanged;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionScheduled;
import io.throughline.kernel.fulfilment.CountedLine;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What the sentence about an event names, for whoever makes a sentence of their own of it: of the
 * event's own fields those in a closed list, so that nobody reads here what the sentence does not
 * tell.
 */
final class Particulars {
  private static final Set<String> TOLD =
      Set.of(
          "amount",
          "awaited",
          "billId",
          "carrier",
          "cause",
          "creditId",
          "creditMemoNumber",
          "day",
          "erp",
          "erpOrderId",
          "erpOrderNumber",
          "erpReturnNumber",
          "from",
          "held",
          "invoiceId",
          "invoiceNumber",
          "lineId",
          "milestone",
          "net",
          "number",
          "productId",
          "provider",
          "queue",
          "remaining",
          "remedy",
          "returnId",
          "shipmentId",
          "startsOn",
          "term",
          "until",
          "warehouse");

  /** People's and other systems' own words. */
  private static final Set<String> WORDS = Set.of("note", "reason");

  private Particulars() {}

  /**
   * @param withReturns whether they may say why goods come back, and what was found of them
   * @return by name; an amount as {@code 12.50 USD}
   */
  static Map<String, String> of(Event event, boolean withReturns) {
    var values = new TreeMap<String, String>();
    var withWords = withReturns || !(event instanceof ReturnEvent);
    Histories.JSON
        .<JsonNode>valueToTree(event)
        .forEachEntry(
            (name, value) -> {
              if (TOLD.contains(name) || (withWords && WORDS.contains(name))) {
                told(value, name, values);
              }
            });
    worth(event, values);
    return values;
  }

  private static void told(JsonNode value, String name, Map<String, String> values) {
    if (value.isObject() && value.has("currency")) {
      values.put(name, value.path("amount").asString() + " " + value.path("currency").asString());
    } else if (value.isValueNode() && !value.isNull() && !value.asString().isBlank()) {
      values.put(name, value.asString());
    }
  }

  /** What the sentence tells of what an event holds further inside. */
  private static void worth(Event event, Map<String, String> values) {
    switch (event) {
      case OrderSubmitted it -> values.put("net", Sentence.money(it.terms().net()));
      case TermsChanged it -> values.put("net", Sentence.money(it.terms().net()));
      case OrderChanged it -> values.put("net", Sentence.money(it.terms().net()));
      case SubscriptionScheduled it -> values.put("net", Sentence.money(it.line().net()));
      case SubscriptionChanged it -> values.put("net", Sentence.money(it.line().net()));
      case RenewalChanged it -> values.put("net", Sentence.money(it.line().net()));
      case StepRequested it -> values.put("step", it.step().getClass().getSimpleName());
      case StockAllocated it when !it.backOrdered().isEmpty() ->
          values.put("short", Integer.toString(it.backOrdered().size()));
      case ProductChanged it when it.discontinued() ->
          values.put("discontinued", it.productId().value());
      case ParcelTracked it -> tracked(it, values);
      case ShipmentMiscounted it -> counted(it, values);
      case Event _ -> {}
    }
  }

  private static void tracked(ParcelTracked event, Map<String, String> values) {
    switch (event.state()) {
      case UNDER_WAY -> {} // what any parcel is at first
      case DAMAGED -> values.put("damaged", event.parcelId());
      case RETURNED -> values.put("returned", event.parcelId());
      case DELIVERED -> values.put("delivered", event.parcelId());
    }
  }

  /** The first product of which another number left; of how many more that is so. */
  private static void counted(ShipmentMiscounted event, Map<String, String> values) {
    var differing = event.lines().stream().filter(CountedLine::differs).toList();
    if (differing.isEmpty()) {
      return;
    }
    var first = differing.getFirst();
    values.put("productId", first.productId().value());
    values.put("asked", Integer.toString(first.asked()));
    values.put("counted", Integer.toString(first.counted()));
    if (differing.size() > 1) {
      values.put("more", Integer.toString(differing.size() - 1));
    }
  }
}
