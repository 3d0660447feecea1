package io.throughline.command.erp;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.throughline.command.platform.Answer;
import io.throughline.command.platform.http.BearerToken;
import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.Outcome;
import io.throughline.command.platform.http.Outcome.Lost;
import io.throughline.command.platform.http.Outcome.Replied;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * SuiteTalk REST as one account speaks it. Reads are tried again at once when they fail, for they
 * change nothing; whether a write may be repeated is for the caller to know.
 */
final class NetSuiteClient {
  private static final String RECORDS = "/services/rest/record/v1/";
  private static final String QUERIES = "/services/rest/query/v1/suiteql";
  private static final int PAGE = 1000;

  private final NetSuiteProperties properties;
  private final Caller caller;
  private final BearerToken token;
  private final NetSuiteJobs jobs = new NetSuiteJobs(this::authorized);
  private final JsonMapper json = JsonMapper.builder().build();
  private final Retry reads =
      Retry.of(
          "netsuite-reads",
          RetryConfig.<Outcome>custom()
              .maxAttempts(4)
              .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(50, 2, 0.5))
              .retryOnResult(NetSuiteClient::mayPass)
              .retryOnException(_ -> false) // a call that was held is held for all of them
              .build());

  NetSuiteClient(NetSuiteProperties properties, Caller caller, BearerToken token) {
    this.properties = properties;
    this.caller = caller;
    this.token = token;
  }

  private static boolean mayPass(Outcome outcome) {
    return switch (outcome) {
      case Lost _ -> true;
      case Replied replied -> replied.status() >= 500 || replied.status() == 429;
    };
  }

  /** Makes or updates a record under our id. */
  Answer<String> put(String type, String externalId, JsonNode body) {
    return put(type, externalId, "", body);
  }

  /**
   * Makes or updates a record under our id, and replaces its list of that name. Without the name a
   * repeated put would add its lines once more.
   */
  Answer<String> putReplacing(String list, String type, String externalId, JsonNode body) {
    return put(type, externalId, "?replace=" + list, body);
  }

  /**
   * The same as a job of NetSuite's, which may take longer than a call.
   *
   * @param key the same for every try of this request
   */
  Answer<String> putReplacingByJob(
      String key, String list, String type, String externalId, JsonNode body) {
    var path = RECORDS + type + "/eid:" + externalId + "?replace=" + list;
    return answer(jobs.carryOut(key, "PUT", path, body.toString()), NetSuiteClient::createdId);
  }

  private Answer<String> put(String type, String externalId, String query, JsonNode body) {
    return answer(
        write("PUT", RECORDS + type + "/eid:" + externalId + query, body),
        NetSuiteClient::createdId);
  }

  Answer<String> patch(String type, String externalId, JsonNode body) {
    return answer(
        write("PATCH", RECORDS + type + "/eid:" + externalId, body), NetSuiteClient::createdId);
  }

  /** Changes a record that may not know our id yet. */
  Answer<String> patchById(String type, String internalId, JsonNode body) {
    return answer(
        write("PATCH", RECORDS + type + "/" + internalId, body), NetSuiteClient::createdId);
  }

  /** Makes one record of another. */
  Answer<String> transform(String type, String externalId, String into, JsonNode body) {
    return answer(
        write("POST", RECORDS + type + "/eid:" + externalId + "/!transform/" + into, body),
        NetSuiteClient::createdId);
  }

  /** Makes one record of another that may not know an id of ours. */
  Answer<String> transformById(String type, String internalId, String into, JsonNode body) {
    return answer(
        write("POST", RECORDS + type + "/" + internalId + "/!transform/" + into, body),
        NetSuiteClient::createdId);
  }

  /** A record, if NetSuite has it. */
  <T> Answer<Optional<T>> get(String type, String externalId, Function<JsonNode, T> reader) {
    var outcome =
        read(
            "GET",
            RECORDS + type + "/eid:" + externalId + "?expandSubResources=true",
            Map.of(),
            "");
    return outcome instanceof Replied replied && replied.status() == 404
        ? new Answer.Done<>(Optional.empty())
        : answer(outcome, reply -> Optional.of(reader.apply(json.readTree(reply.body()))));
  }

  /**
   * What the rows of a query say; they come page by page.
   *
   * @param query its order must be unique, else pages double or miss rows
   */
  <T> Answer<T> query(String query, Function<List<JsonNode>, T> reader) {
    var rows = new ArrayList<JsonNode>();
    while (true) {
      var page = page(query, rows.size(), PAGE);
      if (!(page instanceof Answer.Done<JsonNode>(var answer))) {
        return page.then(_ -> readable(reader, rows));
      }
      answer.path("items").forEach(rows::add);
      if (!answer.path("hasMore").asBoolean(false)) {
        return readable(reader, rows);
      }
    }
  }

  /**
   * The first rows of a query.
   *
   * @param limit up to 1,000
   */
  <T> Answer<List<T>> page(String query, int limit, Function<JsonNode, T> reader) {
    return page(query, 0, limit)
        .then(
            answer ->
                readable(
                    (JsonNode page) -> page.path("items").valueStream().map(reader).toList(),
                    answer));
  }

  private Answer<JsonNode> page(String query, int offset, int limit) {
    var body = json.createObjectNode().put("q", query).toString();
    var uri = QUERIES + "?limit=" + limit + "&offset=" + offset;
    return answer(
        read("POST", uri, Map.of("Prefer", "transient"), body),
        reply -> json.readTree(reply.body()));
  }

  private Outcome read(String method, String path, Map<String, String> headers, String body) {
    return reads.executeSupplier(() -> authorized(method, path, headers, body));
  }

  private Outcome write(String method, String path, JsonNode body) {
    return authorized(method, path, Map.of(), body.toString());
  }

  /** A token that is refused is renewed once: it may have been revoked. */
  private Outcome authorized(String method, String path, Map<String, String> headers, String body) {
    var first = withToken(method, path, headers, body);
    return first instanceof Replied replied && replied.status() == 401
        ? withToken(method, path, headers, body)
        : first;
  }

  private Outcome withToken(String method, String path, Map<String, String> headers, String body) {
    var access = token.get();
    if (!(access instanceof Replied granted) || !granted.isSuccess()) {
      return access;
    }
    var all = new HashMap<>(headers);
    all.put("Authorization", "Bearer " + granted.body());
    all.put("Content-Type", "application/json");
    var outcome = caller.call(method, url(path), all, body);
    if (outcome instanceof Replied replied && replied.status() == 401) {
      token.forget(granted.body());
    }
    return outcome;
  }

  private URI url(String path) {
    return properties.baseUrl().resolve(path);
  }

  private static String createdId(Replied reply) {
    var location = reply.headers().getOrDefault("location", "");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static <T> Answer<T> answer(Outcome outcome, Function<Replied, T> whenDone) {
    return switch (outcome) {
      case Lost(var reason) -> new Answer.Unknown<>(reason);
      case Replied reply when reply.isSuccess() -> readable(whenDone, reply);
      case Replied reply
          when reply.status() == 429 || reply.status() >= 500 || reply.status() == 401 ->
          NetSuiteProblem.busy(reply);
      case Replied reply -> NetSuiteProblem.refusal(reply);
    };
  }

  /** An answer that makes no sense, a proxy's page say, tells nothing about the work. */
  private static <S, T> Answer<T> readable(Function<S, T> reader, S answer) {
    try {
      return new Answer.Done<>(reader.apply(answer));
    } catch (JacksonException | IllegalArgumentException e) {
      return new Answer.Unknown<>("NetSuite's answer cannot be read: " + e.getMessage());
    }
  }
}
