package io.throughline.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;

/**
 * What queries ask of views.
 *
 * @param <V> the view
 */
public interface Views<V> {

  /** Beside each view stands whose it is; it has an index. */
  String CUSTOMER = "ofCustomer";

  Optional<V> get(String key);

  Map<String, V> get(Collection<String> keys);

  List<V> find(Bson filter, Bson order, int limit);

  long count(Bson filter);

  /** What the database makes of the values that are kept beside the views. */
  List<org.bson.Document> aggregate(List<Bson> pipeline);
}
