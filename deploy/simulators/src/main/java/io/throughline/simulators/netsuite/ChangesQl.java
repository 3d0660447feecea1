package io.throughline.simulators.netsuite;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The one query by which changes are polled: records by {@code lastmodifieddate} and id, after a
 * place in that order. Its literals are read with the format they name; the account's time is UTC,
 * to the second.
 *
 * @param type of transactions, of which type; empty for other records
 * @param open of invoices, those of which something is due; else those of which nothing is; of
 *     deposits those of which something is left, or that were taken back, whichever it is
 */
record ChangesQl(String table, String type, boolean open, LocalDateTime modified, long id) {
  private static final String TIME = "TO_TIMESTAMP\\('(\\S{19})', 'YYYY-MM-DD\"T\"HH24:MI:SS'\\)";
  private static final Pattern QUERY =
      Pattern.compile(
          "SELECT id, (?:externalid|itemid|custbody_order_id) AS recordnumber,"
              + " TO_CHAR\\(lastmodifieddate, 'YYYY-MM-DD\"T\"HH24:MI:SS'\\) AS modified FROM"
              + " (customer|item|transaction) WHERE(?: type = '(CustInvc|CustDep)' AND"
              + " (?:foreignamountunpaid ([>=]) 0|\\(foreignamountunpaid > 0 OR foreigntotal ="
              + " 0\\)) AND)? \\(lastmodifieddate > "
              + TIME
              + " OR \\(lastmodifieddate = "
              + TIME
              + " AND id > (\\d+)\\)\\) ORDER BY lastmodifieddate, id");

  /** Empty where it is another query. */
  static Optional<ChangesQl> parse(String text) {
    var query = QUERY.matcher(text);
    return query.matches() && query.group(4).equals(query.group(5))
        ? Optional.of(
            new ChangesQl(
                query.group(1),
                Objects.requireNonNullElse(query.group(2), ""),
                ">".equals(query.group(3)),
                LocalDateTime.parse(query.group(4)),
                Long.parseLong(query.group(6))))
        : Optional.empty();
  }

  List<Map<String, String>> run(AccountState state) {
    return records(state)
        .filter(this::isAfter)
        .sorted(
            Comparator.comparing((Changed record) -> inAccountTime(record.at()))
                .thenComparing(record -> Long.parseLong(record.id())))
        .map(
            record ->
                Map.of(
                    "id", record.id(),
                    "recordnumber", record.number(),
                    "modified",
                        inAccountTime(record.at()).toString().concat(":00").substring(0, 19)))
        .toList();
  }

  /** A record, as far as its last change goes. */
  private record Changed(String id, String number, Instant at) {}

  private Stream<Changed> records(AccountState state) {
    return switch (table) {
      case "item" ->
          state.items.values().stream()
              .map(item -> new Changed(item.internalId, item.id, item.modifiedAt));
      case "transaction" -> type.equals("CustDep") ? deposits(state) : invoices(state);
      default ->
          state.customers.all().stream()
              .map(it -> new Changed(it.internalId, it.externalId, it.modifiedAt));
    };
  }

  private static Stream<Changed> deposits(AccountState state) {
    return state.afterSales.deposits.all().stream()
        .filter(it -> it.left().signum() > 0 || it.amount().signum() == 0)
        .map(it -> new Changed(it.internalId(), it.order().externalId, it.modifiedAt()));
  }

  private Stream<Changed> invoices(AccountState state) {
    return Stream.<Receivable>concat(
            state.invoices.all().stream(), state.serviceInvoices.all().stream())
        .filter(it -> it.remaining().signum() > 0 == open)
        .map(it -> new Changed(it.internalId(), it.externalId(), it.modifiedAt()));
  }

  private boolean isAfter(Changed record) {
    var time = inAccountTime(record.at());
    return time.isAfter(modified) || (time.equals(modified) && Long.parseLong(record.id()) > id);
  }

  private static LocalDateTime inAccountTime(Instant time) {
    return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
  }
}
