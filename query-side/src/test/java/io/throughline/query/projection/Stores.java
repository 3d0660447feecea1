package io.throughline.query.projection;

import com.mongodb.client.MongoClient;

/** The stores of slices for tests of other packages. */
public final class Stores {
  private Stores() {}

  public static <V> ViewStore<V> of(MongoClient client, Projection<V> projection) {
    var store = new ViewStore<>(client, projection);
    store.look();
    return store;
  }
}
