package io.throughline.query.orderdetails;

import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.event.SaleEvent;
import io.throughline.kernel.event.SaleEvent.OrderAdjustmentStarted;
import io.throughline.kernel.event.SaleEvent.OrderChangeRefused;
import io.throughline.kernel.event.SaleEvent.OrderChangeStarted;
import io.throughline.kernel.event.SaleEvent.OrderChanged;
import io.throughline.kernel.event.SaleEvent.OrderHeld;
import io.throughline.kernel.event.SaleEvent.OrderReleased;
import io.throughline.kernel.event.SaleEvent.PartialCancellationStarted;
import io.throughline.kernel.event.SaleEvent.ProductChanged;
import io.throughline.kernel.event.SaleEvent.SaleAnswer;
import io.throughline.query.orderdetails.OrderDetails.Change;
import io.throughline.query.orderdetails.OrderDetails.ChangeState;
import io.throughline.query.orderdetails.OrderDetails.Hold;

/** How changes and holds change the view of an order. */
final class Sales {
  private Sales() {}

  static void apply(Draft draft, SaleEvent event) {
    switch (event) {
      case OrderChangeStarted started ->
          draft.lastChange =
              new Change(started.number(), ChangeState.PENDING, null, started.at(), null);
      case PartialCancellationStarted cut -> {
        draft.lastChange = new Change(cut.number(), ChangeState.PENDING, null, cut.at(), null);
        OrderDetailsProjection.left(draft);
      }
      case OrderAdjustmentStarted follows ->
          draft.lastChange =
              new Change(follows.number(), ChangeState.PENDING, null, follows.at(), null);
      case ProductChanged _ -> {} // the order goes on, or somebody is asked
      case SaleAnswer _ -> {} // what comes of it is an event of its own
      case OrderChanged changed -> {
        draft.ended(changed.number(), ChangeState.DONE, null, changed.at());
        terms(draft, changed.terms());
        LineSubscriptions.terms(draft, changed.terms());
        if (draft.shipments.stream().anyMatch(Shipments::hasLeft)) {
          OrderDetailsProjection.left(draft);
        }
      }
      case OrderChangeRefused refused ->
          draft.ended(refused.number(), ChangeState.REFUSED, refused.reason(), refused.at());
      case OrderHeld held -> draft.hold = new Hold(held.reason(), held.at());
      case OrderReleased _ -> draft.hold = null;
    }
  }

  /** What the order is worth less than before counts as cancelled. */
  static void terms(Draft draft, SaleTerms terms) {
    draft.requestedOn = terms.requestedOn();
    draft.taxRegion = terms.taxRegion();
    draft.shipTo = terms.shipTo();
    draft.furtherShipTos = terms.furtherShipTos();
    draft.promise(Promise.DELIVERED, Promise.of(terms).orElse(null));
    var known = java.util.List.copyOf(draft.lines);
    draft.lines.clear();
    for (var line : terms.lines()) {
      var before = known.stream().filter(it -> it.lineId().equals(line.lineId())).findFirst();
      draft.lines.add(before.map(it -> Line.of(line).comeAsFarAs(it)).orElse(Line.of(line)));
    }
    var money = draft.money;
    var net = terms.goodsNet();
    var less = money.ordered().exceeds(net) ? money.ordered().minus(net) : draft.zero();
    draft.money = money.worth(net, less);
  }
}
