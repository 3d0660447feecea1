package io.throughline.query.access;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import io.throughline.query.access.Rows.Everything;
import io.throughline.query.access.Rows.Nothing;
import io.throughline.query.access.Rows.OfAccounts;
import io.throughline.query.access.Rows.OfPartner;
import io.throughline.query.access.Rows.Part;
import io.throughline.query.platform.Listing;
import io.throughline.query.platform.Reader;
import io.throughline.query.projection.Projection;
import io.throughline.query.projection.ViewStore;
import io.throughline.query.projection.Views;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A slice's views, as far as whoever asks may see them. Lists and counts are narrowed by the store
 * itself. What somebody may not see is not there: the answer is that to an unknown id.
 *
 * @param <V> the view
 */
public final class Visible<V> implements Listing<V> {
  /** No document has an id in no list. */
  static final Bson NOTHING = in("_id", List.of());

  private final ViewStore<V> store;
  private final Views<V> views;
  private final Projection<V> projection;
  private final PartnersPart<V> partners;
  private final Rows rows;

  Visible(ViewStore<V> store, Projection<V> projection, PartnersPart<V> partners, Rows rows) {
    this(store, store, projection, partners, rows);
  }

  private Visible(
      ViewStore<V> store,
      Views<V> views,
      Projection<V> projection,
      PartnersPart<V> partners,
      Rows rows) {
    this.store = store;
    this.views = views;
    this.projection = projection;
    this.partners = partners;
    this.rows = rows;
  }

  @Override
  public Visible<V> atOnce() {
    return new Visible<>(store, store.atOnce(), projection, partners, rows);
  }

  public Optional<V> get(String key) {
    return get(key, Reader.current());
  }

  /** For whoever does not ask on this thread. */
  public Optional<V> get(String key, Reader reader) {
    return views.get(key).filter(view -> includes(rows.of(reader), view));
  }

  public Map<String, V> get(Collection<String> keys) {
    var part = rows.of(Reader.current());
    var found = new HashMap<>(views.get(keys));
    found.values().removeIf(view -> !includes(part, view));
    return found;
  }

  @Override
  public List<V> find(Bson filter, Bson order, int limit) {
    return views.find(narrowed(filter), order, limit);
  }

  @Override
  public long count(Bson filter) {
    return views.count(narrowed(filter));
  }

  /** What a pipeline makes of the rows that may be seen. */
  public List<Document> aggregate(List<Bson> pipeline) {
    var narrowed = new ArrayList<Bson>();
    narrowed.add(Aggregates.match(narrowed(Filters.empty())));
    narrowed.addAll(pipeline);
    return views.aggregate(narrowed);
  }

  private boolean includes(Part part, V view) {
    return switch (part) {
      case Everything _ -> true;
      case OfAccounts(var customers) -> customers.contains(projection.customerOf(view).value());
      case OfPartner(var partner) -> partners.includes(view, partner);
      case Nothing _ -> false;
    };
  }

  private Bson narrowed(Bson filter) {
    return switch (rows.of(Reader.current())) {
      case Everything _ -> filter;
      case OfAccounts(var customers) -> and(in(Views.CUSTOMER, customers), filter);
      case OfPartner(var partner) -> and(partners.filter(partner), filter);
      case Nothing _ -> NOTHING;
    };
  }
}
