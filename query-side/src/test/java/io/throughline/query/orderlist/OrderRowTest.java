package io.throughline.query.orderlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.event.Event;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.query.History;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.orderdetails.OrderRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderRowTest {
  private final OrderDetailsProjection details = new OrderDetailsProjection();
  private final OrderListProjection list = new OrderListProjection();

  /** Whatever comes, in whatever order: a row knows all it needs to fold on. */
  @Test
  void aRowFoldedAloneIsTheRowOfTheDetails() {
    var random = new Random(1);
    for (var i = 0; i < 2_000; i++) {
      var events = shuffled(random);
      OrderDetails order = null;
      OrderRow row = null;
      for (var event : events) {
        order = details.evolve(order, event);
        row = list.evolve(row, event);
        assertThat(row).as("after %s of %s", event, events).isEqualTo(OrderRow.of(order));
      }
    }
  }

  private static List<Event> shuffled(Random random) {
    var history = History.of("SO-1", "ACME");
    var events = new ArrayList<>(history.whole());
    events.add(history.parked(1, Cause.PRODUCT_DISCONTINUED));
    events.add(history.parked(2, Cause.ERP_REFUSED));
    events.add(history.mended(1, Remedy.APPROVE_PRICE));
    events.add(history.held());
    events.add(history.overdue());
    events.add(history.checked());
    events.add(history.cameBack());
    events.add(history.shipmentRequested(1));
    var submitted = events.removeFirst();
    Collections.shuffle(events, random);
    var some = new ArrayList<>(events.subList(0, random.nextInt(events.size() + 1)));
    some.addFirst(submitted);
    return some;
  }

  @Test
  void aRowHoldsNothingThatLeadsToAPerson() {
    OrderRow row = null;
    for (var event : History.of("SO-1", "ACME").whole()) {
      row = list.evolve(row, event);
    }

    assertThat(String.valueOf(row)).doesNotContain("Mill Lane", "Riverton", "1Z");
  }
}
