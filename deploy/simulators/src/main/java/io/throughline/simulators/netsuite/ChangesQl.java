package io.throughline.simulators.netsuite;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one query by which changes are polled: records by {@code lastmodifieddate} and id, after a
 * place in that order. Its literals are read with the format they name; the account's time is UTC,
 * to the second.
 */
record ChangesQl(LocalDateTime modified, long id) {
  private static final String TIME = "TO_TIMESTAMP\\('(\\S{19})', 'YYYY-MM-DD\"T\"HH24:MI:SS'\\)";
  private static final Pattern QUERY =
      Pattern.compile(
          "SELECT id, externalid AS recordnumber, TO_CHAR\\(lastmodifieddate,"
              + " 'YYYY-MM-DD\"T\"HH24:MI:SS'\\) AS modified FROM customer WHERE"
              + " lastmodifieddate > "
              + TIME
              + " OR \\(lastmodifieddate = "
              + TIME
              + " AND id > (\\d+)\\) ORDER BY lastmodifieddate, id");

  /** Empty where it is another query. */
  static Optional<ChangesQl> parse(String text) {
    var query = QUERY.matcher(text);
    return query.matches() && query.group(1).equals(query.group(2))
        ? Optional.of(
            new ChangesQl(LocalDateTime.parse(query.group(1)), Long.parseLong(query.group(3))))
        : Optional.empty();
  }

  List<Map<String, String>> run(AccountState state) {
    return state.customers.all().stream()
        .filter(this::isAfter)
        .sorted(
            Comparator.comparing((Customer customer) -> inAccountTime(customer.modifiedAt))
                .thenComparing(customer -> Long.parseLong(customer.internalId)))
        .map(
            customer ->
                Map.of(
                    "id", customer.internalId,
                    "recordnumber", customer.externalId,
                    "modified",
                        inAccountTime(customer.modifiedAt)
                            .toString()
                            .concat(":00")
                            .substring(0, 19)))
        .toList();
  }

  private boolean isAfter(Customer customer) {
    var time = inAccountTime(customer.modifiedAt);
    return time.isAfter(modified)
        || (time.equals(modified) && Long.parseLong(customer.internalId) > id);
  }

  private static LocalDateTime inAccountTime(Instant time) {
    return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
  }
}
