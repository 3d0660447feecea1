package io.throughline.query.history;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.OrderEvent;
import io.throughline.kernel.event.StoredEvent;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.projection.MissingView;
import io.throughline.query.projection.Projection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps each order's events, page by page, with the order's state before each page. Personal data
 * stays sealed in both: it is opened when somebody reads it, and lost with its key.
 */
@Component
public class HistoryProjection implements Projection<HistoryPage> {
  /** Of a full page. A state lies near every event, and what is written anew stays small. */
  static final int PAGE = 64;

  private final OrderDetailsProjection details = new OrderDetailsProjection();
  private final int pageSize;

  @Autowired
  public HistoryProjection() {
    this(PAGE);
  }

  /**
   * @param pageSize events in a full page
   */
  HistoryProjection(int pageSize) {
    this.pageSize = pageSize;
  }

  @Override
  public String name() {
    return "history";
  }

  /** 5: the states between its pages are those of {@code orderdetails} 6. */
  @Override
  public int version() {
    return 5;
  }

  @Override
  public Class<HistoryPage> viewType() {
    return HistoryPage.class;
  }

  @Override
  public boolean keepsOrdersApart() {
    return true;
  }

  @Override
  public Set<String> keysOf(Event event) {
    return details.keysOf(event);
  }

  /** Only of an erasure; all else is kept as it was stored. */
  @Override
  public HistoryPage evolve(@Nullable HistoryPage page, Event event) {
    if (page == null || !(event instanceof CustomerErased)) {
      throw new MissingView(event);
    }
    return isFull(page) ? page : page.blanked(); // the latest page says it for all
  }

  @Override
  public HistoryPage evolve(@Nullable HistoryPage page, Event event, StoredEvent stored) {
    return switch (event) {
      case OrderEvent it -> kept(page, it.orderId(), it.customerId(), it, stored);
      case FulfilmentEvent it -> kept(page, it.orderId(), it.customerId(), it, stored);
      case Event other -> evolve(page, other);
    };
  }

  private static HistoryPage kept(
      @Nullable HistoryPage page,
      OrderId orderId,
      CustomerId customerId,
      Event event,
      StoredEvent stored) {
    var known = page == null ? HistoryPage.begun(orderId, customerId) : page;
    return known.with(Entry.of(event, stored));
  }

  @Override
  public Optional<Split<HistoryPage>> split(HistoryPage page) {
    return isFull(page)
        ? Optional.of(
            new Split<>(
                HistoryPage.keyOf(page.orderId(), page.number()),
                page.finished(),
                page.next(Past.fold(page.before(), page.entries()))))
        : Optional.empty();
  }

  private boolean isFull(HistoryPage page) {
    return page.entries().size() >= pageSize;
  }

  @Override
  public CustomerId customerOf(HistoryPage page) {
    return page.customerId();
  }
}
