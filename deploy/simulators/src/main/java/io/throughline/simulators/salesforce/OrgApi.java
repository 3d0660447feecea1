package io.throughline.simulators.salesforce;

import io.throughline.simulators.Call;
import io.throughline.simulators.Faults;
import io.throughline.simulators.Reply;
import io.throughline.simulators.SimulatedSystem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The org over HTTP: REST API with upserts by external id, sObject Collections (200 records), the
 * Composite resource (25 requests), SOQL with pages, platform events, and the count of requests in
 * 24 hours.
 */
public final class OrgApi implements SimulatedSystem {
  public static final String ROOT = "/services/data/";

  private static final Pattern VERSIONED = Pattern.compile(ROOT + "v\\d{2,3}\\.0(/.*)");
  private static final Pattern CREATE = Pattern.compile("/sobjects/(\\w+)");
  private static final Pattern BY_ID = Pattern.compile("/sobjects/(\\w+)/(\\w{15}|\\w{18})");
  private static final Pattern BY_EXTERNAL_ID = Pattern.compile("/sobjects/(\\w+)/(\\w+)/([^/]+)");
  private static final Pattern UPSERTS = Pattern.compile("/composite/sobjects/(\\w+)/(\\w+)");
  private static final Pattern MORE = Pattern.compile("/query/([\\w-]+)");
  private static final int MOST_RECORDS = 200;
  private static final int MOST_REQUESTS = 25;

  /** Salesforce lets 25 long requests run at a time. */
  private static final int PERMITS = 25;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Org org;
  private final OrgTokens tokens;
  private final OrgAccount account;
  private final Faults faults;
  private final Map<String, Integer> upserts = new ConcurrentHashMap<>();
  private final DailyRequests requests;
  private final OrgQueries queries;

  OrgApi(Org org, OrgTokens tokens, OrgAccount account, Faults faults) {
    this.org = org;
    this.faults = faults;
    this.tokens = tokens;
    this.account = account;
    this.requests = new DailyRequests(account.dailyCalls());
    this.queries = new OrgQueries(org);
  }

  @Override
  public int permits() {
    return PERMITS;
  }

  @Override
  public Reply tooMany() {
    return OrgRefusal.busy().reply();
  }

  @Override
  public Reply broken() {
    return OrgRefusal.broken().reply();
  }

  /** How many requests the org takes in 24 hours from now on. */
  public void dailyCalls(int calls) {
    requests.allow(calls);
  }

  @Override
  public Reply answer(Call call) {
    try {
      var token = call.header("authorization").orElse("").replaceFirst("^Bearer ", "");
      if (!tokens.isGood(token)) {
        throw OrgRefusal.session();
      }
      var usage = requests.count();
      var reply = answered(call);
      var headers = new LinkedHashMap<>(reply.headers());
      headers.put("Sforce-Limit-Info", "api-usage=" + usage);
      return new Reply(reply.status(), headers, reply.contentType(), reply.body());
    } catch (OrgRefusal refusal) {
      return refusal.reply();
    } catch (JacksonException e) {
      return OrgRefusal.json("The HTTP entity body is not valid JSON").reply();
    }
  }

  private Reply answered(Call call) {
    var versioned = VERSIONED.matcher(call.path());
    if (!versioned.matches()) {
      throw OrgRefusal.notFound("The requested resource does not exist");
    }
    return route(
        new Call(call.method(), versioned.group(1), call.query(), call.headers(), call.body()));
  }

  /**
   * @param call with a path below the version's
   */
  private Reply route(Call call) {
    var method = call.method();
    var path = call.path();
    var body = call.body();
    var upserts = UPSERTS.matcher(path);
    if (upserts.matches() && method.equals("PATCH")) {
      return upsertAll(upserts.group(1), upserts.group(2), json.readTree(body));
    }
    if (path.equals("/composite") && method.equals("POST")) {
      return composite(call, json.readTree(body));
    }
    if (path.equals("/composite/sobjects") && method.equals("POST")) {
      return createAll(json.readTree(body));
    }
    if (path.equals("/query") && method.equals("GET")) {
      return queries.begin(call);
    }
    var more = MORE.matcher(path);
    if (more.matches() && method.equals("GET")) {
      return queries.next(more.group(1));
    }
    if (path.equals("/limits") && method.equals("GET")) {
      return Reply.json(200, requests.limits().toString());
    }
    var byId = BY_ID.matcher(path);
    if (byId.matches() && method.equals("PATCH")) {
      return updated(byId.group(1), byId.group(2), call, json.readTree(body));
    }
    return record(method, path, body);
  }

  private Reply updated(String type, String id, Call call, JsonNode body) {
    requireUnlocked(type + id);
    var since = call.header("if-unmodified-since").map(OrgApi::date).orElse(null);
    org.update(type, id, fields(body), since, tokens.user(), origin());
    org.tell();
    return new Reply(204, Map.of(), "", "");
  }

  private static Instant date(String header) {
    try {
      return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeParseException e) {
      throw OrgRefusal.date("If-Unmodified-Since");
    }
  }

  private Reply record(String method, String path, byte[] body) {
    var create = CREATE.matcher(path);
    if (create.matches() && method.equals("POST")) {
      return Reply.json(201, created(create.group(1), json.readTree(body)).toString());
    }
    var record = BY_EXTERNAL_ID.matcher(path);
    if (record.matches()) {
      var type = record.group(1);
      var field = record.group(2);
      var value = record.group(3);
      return switch (method) {
        case "PATCH" -> {
          var result = upserted(type, field, value, json.readTree(body));
          yield Reply.json(result.path("created").asBoolean() ? 201 : 200, result.toString());
        }
        case "GET" -> shown(type, field, value);
        default -> throw OrgRefusal.notFound("HTTP Method '" + method + "' not allowed");
      };
    }
    throw OrgRefusal.notFound("The requested resource does not exist");
  }

  private ObjectNode created(String type, JsonNode body) {
    if (OrgSchema.event(type).isPresent()) {
      org.publish(type, fields(body), tokens.user());
      return success("e01xx0000000001AAA");
    }
    var id = org.save(type, null, fields(body), tokens.user(), origin());
    org.tell();
    return success(id);
  }

  private ObjectNode upserted(String type, String field, String value, JsonNode body) {
    var fields = fields(body);
    fields.put(field, value);
    var before = org.find(type, field, value);
    var id = org.save(type, before.orElse(null), fields, tokens.user(), origin());
    org.tell();
    return success(id).put("created", before.isEmpty());
  }

  private String origin() {
    return "com/salesforce/api/rest/64.0;client=" + account.clientId();
  }

  private Reply shown(String type, String field, String value) {
    var id =
        org.find(type, field, value)
            .orElseThrow(() -> OrgRefusal.notFound("The requested resource does not exist"));
    var row =
        org.read(
            type,
            rows -> rows.stream().filter(it -> id.equals(it.get("Id"))).findFirst().orElseThrow());
    return Reply.json(200, json.valueToTree(row).toString());
  }

  /** Each record by itself, where allOrNone is not asked for. */
  private Reply upsertAll(String type, String field, JsonNode body) {
    var records = body.path("records");
    requireAtMost(records.size(), MOST_RECORDS, "records");
    if (body.path("allOrNone").asBoolean(false)) {
      throw OrgRefusal.limit("allOrNone is not simulated");
    }
    var results = json.createArrayNode();
    for (var record : records) {
      try {
        var value = record.path(field).asString("");
        if (value.isEmpty()) {
          throw OrgRefusal.missing(field);
        }
        if (!record.path("attributes").path("type").asString("").equals(type)) {
          throw OrgRefusal.json("The record's attributes.type is not " + type);
        }
        requireUnlocked(type + value);
        results.add(upserted(type, field, value, record));
      } catch (OrgRefusal refusal) {
        results.add(refusal.result());
      }
    }
    return Reply.json(200, results.toString());
  }

  /** Somebody else may be saving the same record, as the fault plan has it. */
  private void requireUnlocked(String record) {
    if (faults.happens("lock " + record + upserts.merge(record, 1, Integer::sum), 0.5)) {
      throw OrgRefusal.locked();
    }
  }

  private Reply createAll(JsonNode body) {
    var records = body.path("records");
    requireAtMost(records.size(), MOST_RECORDS, "records");
    var results = json.createArrayNode();
    for (var record : records) {
      try {
        results.add(created(record.path("attributes").path("type").asString(""), record));
      } catch (OrgRefusal refusal) {
        results.add(refusal.result());
      }
    }
    return Reply.json(200, results.toString());
  }

  private Reply composite(Call call, JsonNode body) {
    var requests = body.path("compositeRequest");
    requireAtMost(requests.size(), MOST_REQUESTS, "subrequests");
    var answers = json.createArrayNode();
    for (var request : requests) {
      var path = VERSIONED.matcher(request.path("url").asString(""));
      Reply reply;
      try {
        reply =
            path.matches()
                ? route(within(call, request, path.group(1)))
                : OrgRefusal.notFound("The requested resource does not exist").reply();
      } catch (OrgRefusal refusal) {
        reply = refusal.reply();
      }
      var answer = answers.addObject();
      answer.set("body", reply.body().isEmpty() ? json.nullNode() : json.readTree(reply.body()));
      answer.putObject("httpHeaders");
      answer.put("httpStatusCode", reply.status());
      answer.put("referenceId", request.path("referenceId").asString(""));
    }
    return Reply.json(200, json.createObjectNode().set("compositeResponse", answers).toString());
  }

  /** A subrequest has headers of its own. */
  private static Call within(Call call, JsonNode request, String path) {
    var headers = new HashMap<>(call.headers());
    for (var header : request.path("httpHeaders").properties()) {
      headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asString(""));
    }
    return new Call(
        request.path("method").asString(""),
        path,
        call.query(),
        Map.copyOf(headers),
        request.path("body").toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void requireAtMost(int size, int most, String what) {
    if (size > most) {
      throw OrgRefusal.limit("The request has " + size + " " + what + "; " + most + " is the most");
    }
  }

  private static Map<String, @Nullable String> fields(JsonNode body) {
    var fields = new LinkedHashMap<String, @Nullable String>();
    for (var field : body.properties()) {
      if (!field.getKey().equals("attributes")) {
        fields.put(field.getKey(), field.getValue().isNull() ? null : field.getValue().asString());
      }
    }
    return fields;
  }

  private ObjectNode success(String id) {
    var result = json.createObjectNode().put("id", id).put("success", true);
    result.putArray("errors");
    return result;
  }

  /** Requests of the last 24 hours, and those that were over the limit. */
  JsonNode books() {
    return requests.books();
  }
}
