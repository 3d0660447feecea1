package io.throughline.query.exceptions;

import static com.mongodb.client.model.Filters.in;

import io.throughline.kernel.PartnerId;
import io.throughline.query.access.PartnersOrders;
import io.throughline.query.access.PartnersPart;
import org.bson.conversions.Bson;

/** Exceptions do not know through whom an order was sold, so they go by the partner's orders. */
record OfTheirOrders(PartnersOrders orders) implements PartnersPart<ParkedException> {

  @Override
  public Bson filter(PartnerId partner) {
    return in(ExceptionsProjection.ORDER, orders.of(partner));
  }

  @Override
  public boolean includes(ParkedException exception, PartnerId partner) {
    var order = exception.orderId();
    return order != null && orders.of(partner).contains(order.value());
  }
}
