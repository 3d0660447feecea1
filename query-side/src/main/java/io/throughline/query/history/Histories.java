package io.throughline.query.history;

import io.throughline.kernel.OrderId;
import io.throughline.kernel.format.EventFormat;
import io.throughline.kernel.privacy.DataKey;
import io.throughline.kernel.privacy.PersonalDataKeys;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.PastOrders;
import io.throughline.query.platform.AsOf;
import io.throughline.query.projection.Slices;
import io.throughline.query.projection.ViewStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads histories, and opens what is sealed in them for whoever asks. */
@Component
public class Histories implements PastOrders {
  private static final EventFormat ERASED = new EventFormat(new NoKeys());

  static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final ViewStore<HistoryPage> store;
  private final EventFormat format;

  @Autowired
  public Histories(Slices slices, HistoryProjection projection, EventFormat format) {
    this(slices.of(projection), format);
  }

  Histories(ViewStore<HistoryPage> store, EventFormat format) {
    this.store = store;
    this.format = format;
  }

  @Override
  public Optional<OrderDetails> order(OrderId orderId, AsOf asOf) {
    return latest(orderId)
        .flatMap(
            latest ->
                Optional.ofNullable(Past.at(asOf, latest, numbers -> pages(orderId, numbers)))
                    .map(state -> opened(state, formatOf(latest))));
  }

  Optional<HistoryPage> latest(OrderId orderId) {
    return store.get(orderId.value());
  }

  /** Full pages, in the order of the numbers, with one look at the store. */
  List<HistoryPage> pages(OrderId orderId, List<Integer> numbers) {
    var keys = numbers.stream().map(number -> HistoryPage.keyOf(orderId, number)).toList();
    var found = store.get(keys);
    return keys.stream().map(key -> Objects.requireNonNull(found.get(key), key)).toList();
  }

  /** Opens what still has a key; nothing of a customer who was erased. */
  EventFormat formatOf(HistoryPage page) {
    return page.erased() ? ERASED : format;
  }

  private static OrderDetails opened(OrderDetails sealed, EventFormat format) {
    return JSON.treeToValue(format.open(JSON.valueToTree(sealed)), OrderDetails.class);
  }

  /** All keys are gone. */
  private record NoKeys() implements PersonalDataKeys {
    @Override
    public Optional<DataKey> toSeal(String owner, String wireName) {
      return Optional.empty();
    }

    @Override
    public Optional<DataKey> toOpen(String keyId) {
      return Optional.empty();
    }
  }
}
