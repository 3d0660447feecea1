package io.throughline.query.history;

import io.throughline.kernel.format.EventFormat;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.platform.NamedValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of an order's history, and the order on both sides of it, sealed.
 *
 * @param format opens it
 */
record Happening(
    Entry entry, @Nullable OrderDetails before, @Nullable OrderDetails after, EventFormat format) {

  /**
   * For people.
   *
   * @param withReturns whether it may say why goods come back, and what was found of them
   */
  String sentence(boolean withReturns) {
    return Sentence.of(entry.opened(format), withReturns);
  }

  /** What the sentence names, under the same rule. */
  List<NamedValue> values(boolean withReturns) {
    return NamedValue.of(Particulars.of(entry.opened(format), withReturns));
  }

  List<Changes.Change> changes() {
    return Changes.between(opened(before), opened(after));
  }

  private tools.jackson.databind.JsonNode opened(@Nullable OrderDetails details) {
    return format.open(Histories.JSON.valueToTree(details));
  }
}
