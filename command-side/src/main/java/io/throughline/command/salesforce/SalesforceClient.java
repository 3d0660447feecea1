package io.throughline.command.salesforce;

import static java.util.stream.Collectors.joining;

import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.Outcome;
import io.throughline.command.platform.http.Outcome.Lost;
import io.throughline.command.platform.http.Outcome.Replied;
import io.throughline.command.salesforce.AccountRecord.Update;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The org's REST API. Upserts by external id may be repeated; each record of a collection is
 * answered by itself.
 */
final class SalesforceClient {
  /** The most that sObject Collections take in one call. */
  static final int MOST_RECORDS = 200;

  /** The most requests in one call of the Composite resource. */
  static final int MOST_UPDATES = 25;

  private static final int LONGEST_ANSWER = 2_000;
  private static final int PRECONDITION_FAILED = 412;

  /** Somebody's own validation rule. */
  private static final String RULE = "FIELD_CUSTOM_VALIDATION_EXCEPTION";

  /** Of a record: it may be tried again as it is (Salesforce, "Status Codes"). */
  private static final Set<String> MAY_PASS =
      Set.of(
          "UNABLE_TO_LOCK_ROW",
          "SERVER_UNAVAILABLE",
          "REQUEST_LIMIT_EXCEEDED",
          "UNKNOWN_EXCEPTION",
          "PROCESSING_HALTED",
          "ALL_OR_NONE_OPERATION_ROLLED_BACK");

  private final SalesforceProperties properties;
  private final Caller caller;
  private final SalesforceToken token;
  private final JsonMapper json = JsonMapper.builder().build();

  SalesforceClient(SalesforceProperties properties, Caller caller, SalesforceToken token) {
    this.properties = properties;
    this.caller = caller;
    this.token = token;
  }

  /** What the org says of one record. */
  sealed interface RecordResult {

    record Saved() implements RecordResult {}

    /** It may go through later as it is. */
    record Later(String reason) implements RecordResult {}

    /**
     * It will not go through as it is.
     *
     * @param code Salesforce's status code
     */
    record Refused(String code, String reason) implements RecordResult {}
  }

  ObjectNode record(String type) {
    var record = json.createObjectNode();
    record.putObject("attributes").put("type", type);
    return record;
  }

  /**
   * Makes or changes records by their external ids, each for itself.
   *
   * @param records up to {@link #MOST_RECORDS}
   * @return in the records' order
   */
  OrgAnswer<List<RecordResult>> upsert(String type, String externalId, List<ObjectNode> records) {
    var body = json.createObjectNode().put("allOrNone", false);
    body.putArray("records").addAll(records);
    return answer(
        () ->
            authorized("PATCH", "/composite/sobjects/" + type + "/" + externalId, body.toString()),
        reply -> results(json.readTree(reply.body()), records.size(), SalesforceClient::upserted));
  }

  private static List<RecordResult> results(
      JsonNode answer, int expected, Function<JsonNode, RecordResult> result) {
    if (!answer.isArray() || answer.size() != expected) {
      throw new IllegalArgumentException(
          "it has " + answer.size() + " results for " + expected + " records");
    }
    var results = new ArrayList<RecordResult>(expected);
    for (var each : answer) {
      results.add(result.apply(each));
    }
    return results;
  }

  private static RecordResult upserted(JsonNode each) {
    if (each.path("success").asBoolean(false)) {
      return new RecordResult.Saved();
    }
    var error = each.path("errors").path(0);
    var code = error.path("statusCode").asString("UNKNOWN_EXCEPTION");
    var reason = code + ": " + error.path("message").asString("");
    return MAY_PASS.contains(code)
        ? new RecordResult.Later(reason)
        : new RecordResult.Refused(code, reason);
  }

  /**
   * Changes records by their ids, each for itself, and only those that nobody has modified since
   * they were read (Salesforce, "Conditional Request Headers"; "Composite": a subrequest may carry
   * them). All of it counts as one request.
   *
   * @param updates up to {@link #MOST_UPDATES}
   * @return in the updates' order
   */
  OrgAnswer<List<RecordResult>> update(List<Update> updates) {
    var body = json.createObjectNode();
    var requests = body.putArray("compositeRequest");
    for (var update : updates) {
      var request = requests.addObject();
      request.put("method", "PATCH");
      request.put(
          "url",
          "/services/data/"
              + properties.apiVersion()
              + "/sobjects/"
              + update.type()
              + "/"
              + update.id());
      request.put("referenceId", "update" + requests.size());
      request.putObject("httpHeaders").put("If-Unmodified-Since", date(update.readAt()));
      var fields = request.putObject("body");
      update.fields().forEach(fields::put);
    }
    return answer(
        () -> authorized("POST", "/composite", body.toString()),
        reply ->
            results(
                json.readTree(reply.body()).path("compositeResponse"),
                updates.size(),
                SalesforceClient::updated));
  }

  private static String date(Instant moment) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
  }

  /** The org's own words may repeat what was sent, a phone number say; a rule's are its maker's. */
  private static RecordResult updated(JsonNode each) {
    var status = each.path("httpStatusCode").asInt(0);
    if (status >= 200 && status < 300) {
      return new RecordResult.Saved();
    }
    if (status == PRECONDITION_FAILED) {
      return new RecordResult.Later("somebody has changed the record since it was read");
    }
    var error = each.path("body").path(0);
    var code = error.path("errorCode").asString("UNKNOWN_EXCEPTION");
    var fields =
        error.path("fields").valueStream().map(it -> it.asString("")).collect(joining(", "));
    var reason =
        code
            + (fields.isEmpty() ? "" : " (" + fields + ")")
            + (code.equals(RULE) ? ": " + error.path("message").asString("") : "");
    return status >= 500 || status == 429 || MAY_PASS.contains(code)
        ? new RecordResult.Later(reason)
        : new RecordResult.Refused(code, reason);
  }

  /**
   * Reads what a query finds, page by page.
   *
   * @param soql with an order, so that pages neither double nor miss rows
   * @param page is told each page's records
   */
  OrgAnswer<Integer> query(String soql, Consumer<List<JsonNode>> page) {
    var path = "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8);
    var count = 0;
    while (true) {
      var next = path;
      var read = answer(() -> authorized("GET", next, ""), reply -> json.readTree(reply.body()));
      switch (read) {
        case OrgAnswer.Later<JsonNode>(var reason, var after) -> {
          return new OrgAnswer.Later<>(reason, after);
        }
        case OrgAnswer.No<JsonNode>(var reason) -> {
          return new OrgAnswer.No<>(reason);
        }
        case OrgAnswer.Done<JsonNode>(var answer) -> {
          var records = answer.path("records").valueStream().toList();
          page.accept(records);
          count += records.size();
          if (answer.path("done").asBoolean(true)) {
            return new OrgAnswer.Done<>(count);
          }
          path =
              answer.path("nextRecordsUrl").asString("").replaceFirst("^/services/data/[^/]+", "");
        }
      }
    }
  }

  /** As a literal in SOQL. */
  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** A session that is refused is renewed once: it may have ended. */
  private Outcome authorized(String method, String path, String body) {
    var first = withToken(method, path, body);
    return first instanceof Replied replied && replied.status() == 401
        ? withToken(method, path, body)
        : first;
  }

  private Outcome withToken(String method, String path, String body) {
    var asked = token.get();
    if (asked.session().isEmpty()) {
      return asked.outcome() instanceof Replied reply && reply.isSuccess()
          ? new Lost("Salesforce's token endpoint gave no session.")
          : asked.outcome();
    }
    var session = asked.session().get();
    var outcome =
        caller.call(
            method,
            session.instance().resolve("/services/data/" + properties.apiVersion() + path),
            Map.of(
                "Authorization",
                "Bearer " + session.token(),
                "Content-Type",
                "application/json",
                "Sforce-Query-Options",
                "batchSize=200"),
            body);
    if (outcome instanceof Replied replied && replied.status() == 401) {
      token.forget(session.token());
    }
    return outcome;
  }

  private static <T> OrgAnswer<T> answer(Supplier<Outcome> call, Function<Replied, T> whenDone) {
    Outcome outcome;
    try {
      outcome = call.get();
    } catch (CallHeld held) {
      return new OrgAnswer.Later<>(String.valueOf(held.getMessage()), held.retryIn());
    }
    return switch (outcome) {
      case Lost(var reason) -> new OrgAnswer.Later<>(reason, null);
      case Replied reply when reply.isSuccess() -> readable(whenDone, reply);
      case Replied reply when mayPass(reply) ->
          new OrgAnswer.Later<>(cut(reply.body()), reply.retryAfter());
      case Replied reply -> new OrgAnswer.No<>(cut(reply.body()));
    };
  }

  /** 403 is Salesforce's word for the day's requests being used up, too. */
  private static boolean mayPass(Replied reply) {
    return reply.status() == 429
        || reply.status() >= 500
        || reply.status() == 401
        || reply.body().contains("REQUEST_LIMIT_EXCEEDED");
  }

  private static String cut(String body) {
    return body.length() > LONGEST_ANSWER ? body.substring(0, LONGEST_ANSWER) : body;
  }

  private static <T> OrgAnswer<T> readable(Function<Replied, T> reader, Replied reply) {
    try {
      return new OrgAnswer.Done<>(reader.apply(reply));
    } catch (JacksonException | IllegalArgumentException e) {
      return new OrgAnswer.Later<>("Salesforce's answer cannot be read: " + e.getMessage(), null);
    }
  }
}
