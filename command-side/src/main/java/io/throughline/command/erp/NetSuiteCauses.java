package io.throughline.command.erp;

import io.throughline.kernel.fulfilment.Cause;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * NetSuite's errors in our words. Some have a code of their own; most are {@code USER_ERROR}, and
 * the field in {@code o:errorPath} says what is wrong, together with the words. The codes are those
 * of SuiteTalk's list of status codes; {@code PERIOD_CLOSED} and {@code PERIOD_LOCKED} were not
 * checked against it. Pure.
 */
final class NetSuiteCauses {
  private static final Pattern LINE = Pattern.compile("item\\.items\\[\\d+]\\.?");

  private NetSuiteCauses() {}

  /** Why a request was refused. */
  static Cause of(String code, String path, String detail) {
    var words = detail.toLowerCase(Locale.ROOT);
    return switch (code) {
      case "UNIQUE_CUST_ID_REQD" -> Cause.DUPLICATE_CUSTOMER;
      case "RCRD_HAS_BEEN_CHANGED" -> Cause.RECORD_CHANGED;
      case "INSUFFICIENT_PERMISSION", "INVALID_ROLE" -> Cause.PERMISSION_MISSING;
      case "PERIOD_CLOSED" -> Cause.PERIOD_CLOSED;
      case "PERIOD_LOCKED" -> Cause.POSTING_LOCKED;
      case "MISSING_REQD_FLD" -> Cause.ERP_FIELD_MISSING;
      case "INVALID_CONTENT" -> Cause.ERP_SETUP_INCOMPLETE;
      case "SSS_REQUEST_LIMIT_EXCEEDED" -> Cause.QUOTA_EXHAUSTED;
      default ->
          code.startsWith("SSS_")
              ? Cause.ERP_SCRIPT_FAILED
              : ofPeriod(words, ofField(LINE.matcher(path).replaceFirst("line."), words));
    };
  }

  /** Of a date NetSuite finds fault with its period. */
  private static Cause ofPeriod(String words, Cause otherwise) {
    if (!words.contains("period")) {
      return otherwise;
    }
    return words.contains("locked") ? Cause.POSTING_LOCKED : Cause.PERIOD_CLOSED;
  }

  private static Cause ofField(String field, String words) {
    var isElsewhere = words.contains("subsidiary");
    if (words.startsWith("please enter value")) {
      return Cause.ERP_FIELD_MISSING;
    }
    return switch (field) {
      case "entity" -> isElsewhere ? Cause.CUSTOMER_NOT_IN_SUBSIDIARY : customer(words);
      case "taxItem" -> Cause.TAX_REGION_UNKNOWN;
      case "currency" -> Cause.CURRENCY_NOT_ALLOWED;
      case "partner" -> Cause.PARTNER_UNKNOWN;
      case "tranDate", "shipDate", "line.requestedDate" -> Cause.DATE_REFUSED;
      case "line.item" ->
          isElsewhere ? Cause.PRODUCT_NOT_IN_SUBSIDIARY : Cause.PRODUCT_DISCONTINUED;
      case "line.units" -> Cause.UNIT_OF_MEASURE;
      case "line.quantity" -> Cause.QUANTITY_REFUSED;
      case "line.rate", "line.price" -> Cause.PRICE_NOT_APPROVED;
      case "line.location" -> Cause.WAREHOUSE_UNKNOWN;
      case "" -> Cause.ERP_REFUSED;
      default -> Cause.ERP_FIELD_REFUSED;
    };
  }

  private static Cause customer(String words) {
    return words.contains("inactive") || words.contains("on hold")
        ? Cause.CUSTOMER_INACTIVE
        : Cause.CUSTOMER_UNKNOWN;
  }

  /** Whether the same request may be taken a moment later. */
  static boolean passes(Cause cause) {
    return cause == Cause.RECORD_CHANGED || cause == Cause.QUOTA_EXHAUSTED;
  }

  /** Why NetSuite wants us later; null where it is not there at all. */
  static @Nullable Cause ofBusy(int status, String body) {
    return switch (status) {
      case 401 -> Cause.TOKEN_REJECTED;
      case 429 -> Cause.QUOTA_EXHAUSTED;
      default -> NetSuiteMaintenance.isSpokenOf(status, body) ? Cause.ERP_MAINTENANCE : null;
    };
  }
}
