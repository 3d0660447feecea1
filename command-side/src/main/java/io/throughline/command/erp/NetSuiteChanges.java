package io.throughline.command.erp;

import io.throughline.command.platform.Answer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * NetSuite's changes by SuiteQL. It pushes nothing, so records are asked for by {@code
 * lastmodifieddate}, which has seconds and the account's time zone; with the internal id behind it
 * the order is unique, and each page begins where the one before ended. An invoice is dated anew
 * when a payment is applied to it or taken off it.
 */
final class NetSuiteChanges implements ErpChanges {
  private static final String FORMAT = "YYYY-MM-DD\"T\"HH24:MI:SS";

  private final NetSuiteClient client;

  NetSuiteChanges(NetSuiteClient client) {
    this.client = client;
  }

  @Override
  public Answer<List<Change>> changes(Kind kind, Mark after, int limit) {
    return client.page(query(kind, after), limit, NetSuiteChanges::change);
  }

  private static String query(Kind kind, Mark after) {
    var table =
        switch (kind) {
          case CUSTOMER -> "customer";
          case PRODUCT -> "item";
          case DEPOSIT, OPEN_INVOICE, PAID_INVOICE -> "transaction";
        };
    var number =
        switch (kind) {
          case CUSTOMER, OPEN_INVOICE, PAID_INVOICE -> "externalid";
          case PRODUCT -> "itemid";
          case DEPOSIT -> "custbody_order_id";
        };
    var which =
        switch (kind) {
          case CUSTOMER, PRODUCT -> "";
          case DEPOSIT -> "type = 'CustDep' AND (foreignamountunpaid > 0 OR foreigntotal = 0) AND ";
          case OPEN_INVOICE -> "type = 'CustInvc' AND foreignamountunpaid > 0 AND ";
          case PAID_INVOICE -> "type = 'CustInvc' AND foreignamountunpaid = 0 AND ";
        };
    var since = "TO_TIMESTAMP('" + text(after.modified()) + "', '" + FORMAT + "')";
    return "SELECT id, "
        + number
        + " AS recordnumber, TO_CHAR(lastmodifieddate, '"
        + FORMAT
        + "') AS modified FROM "
        + table
        + " WHERE "
        + which
        + "(lastmodifieddate > "
        + since
        + " OR (lastmodifieddate = "
        + since
        + " AND id > "
        + after.id()
        + ")) ORDER BY lastmodifieddate, id";
  }

  /** Always with seconds, which the time's own text leaves out where there are none. */
  private static String text(LocalDateTime time) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").format(time);
  }

  private static Change change(JsonNode row) {
    return new Change(
        new Mark(
            LocalDateTime.parse(row.path("modified").asString()),
            Long.parseLong(row.path("id").asString())),
        row.path("recordnumber").asString(""));
  }
}
