package io.throughline.query.orderlist;

import static com.mongodb.client.model.Filters.eq;

import io.throughline.kernel.PartnerId;
import io.throughline.query.access.PartnersPart;
import io.throughline.query.orderdetails.OrderRow;
import org.bson.conversions.Bson;

/** A partner sees the orders that were sold through that partner. */
final class SoldThrough implements PartnersPart<OrderRow> {

  @Override
  public Bson filter(PartnerId partner) {
    return eq(OrderListProjection.PARTNER, partner.value());
  }

  @Override
  public boolean includes(OrderRow order, PartnerId partner) {
    return partner.equals(order.partnerId());
  }
}
