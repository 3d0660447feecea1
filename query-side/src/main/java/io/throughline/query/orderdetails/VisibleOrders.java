package io.throughline.query.orderdetails;

import static com.mongodb.client.model.Filters.eq;

import io.throughline.kernel.PartnerId;
import io.throughline.query.access.PartnersPart;
import io.throughline.query.access.Rows;
import io.throughline.query.access.Visible;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Orders as whoever asks may see them. */
@Component
public class VisibleOrders {
  private static final PartnersPart<OrderDetails> SOLD_THROUGH =
      new PartnersPart<>() {
        @Override
        public Bson filter(PartnerId partner) {
          return eq("view.partnerId", partner.value());
        }

        @Override
        public boolean includes(OrderDetails order, PartnerId partner) {
          return partner.equals(order.partnerId());
        }
      };

  private final Visible<OrderDetails> visible;

  VisibleOrders(Rows rows, OrderDetailsProjection projection) {
    this.visible = rows.of(projection, SOLD_THROUGH);
  }

  public Visible<OrderDetails> visible() {
    return visible;
  }
}
