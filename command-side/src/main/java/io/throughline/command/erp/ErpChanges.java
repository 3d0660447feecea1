package io.throughline.command.erp;

import io.throughline.command.platform.Answer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/** What changed in the ERP, for one that does not tell by itself: asked for page by page. */
public interface ErpChanges {

  enum Kind {
    CUSTOMER,
    /** What is sold: its price, and whether it is sold at all. */
    PRODUCT,
    /** What was paid in advance and not all is used of, by its order's number. */
    DEPOSIT,
    /** An invoice of which something is due, by its shipment's number: new, or due again. */
    OPEN_INVOICE,
    /** An invoice of which nothing is due any more, by its shipment's number. */
    PAID_INVOICE
  }

  /**
   * A place in the order of changes: by time, then by id, so that it is unique.
   *
   * @param modified in the ERP's own time, to the second
   */
  record Mark(LocalDateTime modified, long id) {
    public static final Mark BEGINNING = new Mark(LocalDateTime.of(1970, 1, 1, 0, 0), 0);

    /** So much earlier: a record that was changed then may only be seen now. */
    public Mark back(Duration overlap) {
      return equals(BEGINNING) ? this : new Mark(modified.minus(overlap), 0);
    }
  }

  /**
   * A record as it was changed last.
   *
   * @param number the id that we know it by; empty where it has none
   */
  record Change(Mark mark, String number) {}

  /**
   * The records that were changed after the mark, in the order of marks.
   *
   * @param limit at the most, up to 1,000
   */
  Answer<List<Change>> changes(Kind kind, Mark after, int limit);
}
