package io.throughline.query.platform;

import java.util.List;
import org.bson.conversions.Bson;

/**
 * What can be read page by page.
 *
 * @param <V> the view
 */
public interface Listing<V> {

  /** As it is at the moment, for several calls whose answers belong together. */
  Listing<V> atOnce();

  List<V> find(Bson filter, Bson order, int limit);

  long count(Bson filter);
}
