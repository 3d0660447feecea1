package io.throughline.query.orderdetails;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.OrderEvent;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.format.WireNames;
import io.throughline.kernel.ownership.OwnershipCatalogue;
import io.throughline.query.history.Tales;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SourcesTest {
  private final OrderDetailsProjection details = new OrderDetailsProjection();

  @Test
  void itIsToldOfEveryEventOfAnOrderWhatItStates() {
    assertThat(
            WireNames.current().values().stream()
                .filter(
                    it ->
                        OrderEvent.class.isAssignableFrom(it)
                            || FulfilmentEvent.class.isAssignableFrom(it)))
        .allMatch(Sources::knows);
  }

  @Test
  void noEventChangesAFieldThatItIsNotToldToState() {
    var tales = new Tales(new Random(7));
    var seen = new HashMap<Class<? extends Event>, Set<String>>();
    for (var i = 0; i < 100; i++) {
      OrderDetails state = null;
      for (var told : tales.tale("SO-" + i, 60)) {
        if (state == null == told.event() instanceof OrderSubmitted) {
          var next = details.evolve(state, told.event());
          seen.computeIfAbsent(told.event().getClass(), _ -> new TreeSet<>())
              .addAll(changed(state, next));
          state = next;
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(25);
    seen.forEach(
        (event, fields) ->
            assertThat(Sources.fieldsOf(event)).as(event.getSimpleName()).containsAll(fields));
  }

  private static Set<String> changed(OrderDetails before, OrderDetails after) {
    var old = fields(before);
    var now = fields(after);
    var changed = new TreeSet<String>();
    now.forEach(
        (field, value) -> {
          var nothing = before == null && (value.isNull() || value.isEmpty() || isZero(value));
          if (!Objects.equals(old.get(field), value) && !nothing) {
            changed.add(field);
          }
        });
    return changed;
  }

  private static boolean isZero(JsonNode money) {
    return money.path("amount").asString("").equals("0.00");
  }

  /** But for those that every event moves, or that no answer shows. */
  private static Map<String, JsonNode> fields(OrderDetails details) {
    var fields = new HashMap<String, JsonNode>();
    if (details != null) {
      JsonMapper.shared()
          .valueToTree(details)
          .properties()
          .forEach(
              it -> {
                if (it.getKey().equals("money")) {
                  it.getValue()
                      .properties()
                      .forEach(amount -> fields.put("money." + amount.getKey(), amount.getValue()));
                } else {
                  fields.put(it.getKey(), it.getValue());
                }
              });
      List.of("changedAt", "provenance", "pendingSteps", "currency").forEach(fields::remove);
    }
    return fields;
  }

  @Test
  void everyStampedFieldIsInTheCatalogue() {
    for (var event : WireNames.current().values()) {
      assertThat(Sources.fieldsOf(event))
          .allMatch(
              field ->
                  field.startsWith("money.")
                      ? isKnown("OrderMoney", field.substring("money.".length()))
                      : isKnown("Order", field));
    }
  }

  private static boolean isKnown(String entity, String field) {
    return OwnershipCatalogue.ours().find(entity, field).isPresent();
  }

  @Test
  void aFieldsStampIsItsLatestEvents() {
    var events = io.throughline.query.History.of("SO-1", "ACME").whole();
    OrderDetails state = null;
    for (var i = 0; i < events.size(); i++) {
      state = details.evolve(state, events.get(i), "event-" + i);
    }
    var stamps = Objects.requireNonNull(state).provenance();
    assertThat(stamp(stamps, "money.paid"))
        .isEqualTo("event-9 fulfilment.payment-recorded.v1 2026-03-31T12:00:09Z");
    assertThat(stamp(stamps, "erpOrderNumber"))
        .isEqualTo("event-3 fulfilment.sales-order-created.v1 2026-03-31T12:00:03Z");
    assertThat(stamp(stamps, "taxRegion"))
        .isEqualTo("event-0 order.submitted.v1 2026-03-31T12:00:00Z");
    assertThat(stamps.stream().flatMap(it -> it.fields().stream())).doesNotHaveDuplicates();
  }

  private static String stamp(List<Stamp> stamps, String field) {
    return stamps.stream()
        .filter(it -> it.fields().contains(field))
        .map(it -> it.eventId() + " " + it.wireName() + " " + it.at())
        .findFirst()
        .orElse("none");
  }
}
