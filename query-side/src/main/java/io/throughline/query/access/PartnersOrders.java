package io.throughline.query.access;

import io.throughline.kernel.PartnerId;
import java.util.Set;

/** Which orders were sold through which partner. */
public interface PartnersOrders {

  /** The ids of the latest 10,000. */
  Set<String> of(PartnerId partner);
}
