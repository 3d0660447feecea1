package io.throughline.command.sale;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * One question about a draft order, and the answer.
 *
 * @param details what speaks against it, or what there is to know; one sentence each
 */
@Schema(name = "DraftCheck")
record DraftCheck(Subject check, Result result, List<String> details) {

  enum Subject {
    CREDIT,
    PRICE,
    AVAILABILITY,
    TAX
  }

  enum Result {
    PASSED,
    /** The order would be parked for it. */
    FAILED,
    /** It would be taken, and some of it would wait for stock. */
    BACK_ORDERED,
    /** The ERP did not answer in time: ask again, or submit the order, which waits for the ERP. */
    NOT_KNOWN_YET
  }

  static DraftCheck notKnownYet(Subject check, String why) {
    return new DraftCheck(check, Result.NOT_KNOWN_YET, List.of(why));
  }
}
