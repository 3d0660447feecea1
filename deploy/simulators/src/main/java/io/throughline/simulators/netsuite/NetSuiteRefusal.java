package io.throughline.simulators.netsuite;

import io.throughline.simulators.Reply;

/** Refusals as NetSuite words them, for an account that is told to refuse. */
public enum NetSuiteRefusal {
  CUSTOMER_NOT_IN_SUBSIDIARY(
      "USER_ERROR", "entity", "Invalid entity reference key 77 for subsidiary 2."),
  CUSTOMER_ON_HOLD("USER_ERROR", "entity", "The customer is on hold."),
  ITEM_NOT_IN_SUBSIDIARY(
      "USER_ERROR", "item.items[0].item", "Invalid item reference key 12 for subsidiary 2."),
  UNIT_OF_MEASURE("USER_ERROR", "item.items[0].units", "Invalid units reference key PALLET."),
  QUANTITY("USER_ERROR", "item.items[0].quantity", "The minimum quantity for this item is 100."),
  TAX_CODE("USER_ERROR", "taxItem", "Invalid Field Value DE for: taxItem."),
  CURRENCY("USER_ERROR", "currency", "The customer does not have the currency USD."),
  PARTNER("USER_ERROR", "partner", "Invalid partner reference key P-9."),
  DATE("USER_ERROR", "shipDate", "The ship date must not be before the order's date."),
  RATE("USER_ERROR", "item.items[0].rate", "The rate is below the minimum for this item."),
  LOCATION("USER_ERROR", "item.items[0].location", "Invalid location reference key WEST."),
  PERIOD_CLOSED("USER_ERROR", "tranDate", "The transaction date lies in a closed period."),
  PERIOD_LOCKED("USER_ERROR", "tranDate", "The period is locked for A/R transactions."),
  MISSING_FIELD("USER_ERROR", "custbody_channel", "Please enter value(s) for: Channel."),
  FIELD("USER_ERROR", "otherRefNum", "Invalid Field Value for: otherRefNum."),
  UNKNOWN_FIELD(
      "INVALID_CONTENT", "custcol_line_id", "Unknown reference or field 'custcol_line_id'."),
  SCRIPT("SSS_USER_EVENT_SCRIPT_ERROR", "", "An error occurred in the script 'Margin check'."),
  PERMISSION(
      403,
      "Forbidden",
      "INSUFFICIENT_PERMISSION",
      "",
      "Permission Violation: you need the 'Transactions -> Sales Order' permission."),
  CHANGED("RCRD_HAS_BEEN_CHANGED", "", "Record has been changed."),
  MAINTENANCE(
      503,
      "Service Unavailable",
      "UNEXPECTED_ERROR",
      "",
      "The account is undergoing scheduled maintenance."),
  QUOTA(
      429,
      "Too Many Requests",
      "CONCURRENCY_LIMIT_EXCEEDED",
      "",
      "The account's concurrent request limit is exceeded."),
  LOGIN(401, "Unauthorized", "INVALID_LOGIN", "", "Invalid login attempt."),
  ANYTHING("USER_ERROR", "", "The request cannot be carried out.");

  private final Problem problem;

  NetSuiteRefusal(String code, String path, String detail) {
    this(400, "Bad Request", code, path, detail);
  }

  NetSuiteRefusal(int status, String title, String code, String path, String detail) {
    this.problem = new Problem(status, title, code, path, detail);
  }

  public Reply reply() {
    return problem.reply();
  }
}
