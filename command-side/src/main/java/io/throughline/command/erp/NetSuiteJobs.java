package io.throughline.command.erp;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.throughline.command.platform.http.Outcome;
import io.throughline.command.platform.http.Outcome.Replied;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests that NetSuite carries out as jobs, for those that may take longer than a call (NetSuite,
 * "REST Web Services Request Processing"). Asked for again under the same key, NetSuite answers 400
 * {@code IDEMPOTENCY_ERROR} and names the first job: that is a yes, and its job is waited for. What
 * the job answers is what the request would have been answered at once.
 *
 * <p>A job that failed has used up its key, so a request that is tried again after that goes under
 * the next one.
 */
final class NetSuiteJobs {
  private static final String SAME_KEY = "IDEMPOTENCY_ERROR";
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final Calls calls;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Retry looks =
      Retry.of(
          "netsuite-jobs",
          RetryConfig.<Job>custom()
              .maxAttempts(6)
              .intervalFunction(IntervalFunction.ofExponentialBackoff(100, 2))
              .retryOnResult(job -> job instanceof Job.UnderWay)
              .retryOnException(_ -> false)
              .build());

  /** One call of the account, with its token. */
  interface Calls {
    Outcome make(String method, String path, Map<String, String> headers, String body);
  }

  /** How a job stands. */
  private sealed interface Job {
    record UnderWay(String path) implements Job {}

    record Over(boolean failed, Outcome answer) implements Job {}
  }

  NetSuiteJobs(Calls calls) {
    this.calls = calls;
  }

  /**
   * @param key the same for every try of one request
   */
  Outcome carryOut(String key, String method, String path, String body) {
    for (var number = 0; ; number++) {
      var headers =
          Map.of(
              "Prefer",
              "respond-async",
              "X-NetSuite-Idempotency-Key",
              uuid(key + " " + body + " " + number));
      var submitted = calls.make(method, path, headers, body);
      if (!(submitted instanceof Replied reply)) {
        return submitted;
      }
      var isKnown = isKnown(reply);
      if (reply.status() != 202 && !isKnown) {
        return submitted;
      }
      var job = looks.executeSupplier(look(pathOf(reply)));
      switch (job) {
        case Job.UnderWay(var at) -> {
          return later(at);
        }
        case Job.Over(var failed, var answer) -> {
          if (!failed || !isKnown) {
            return answer;
          }
        }
      }
    }
  }

  private Supplier<Job> look(String path) {
    return () -> {
      var outcome = calls.make("GET", path, Map.of(), "");
      if (!(outcome instanceof Replied reply) || !reply.isSuccess()) {
        return new Job.Over(false, asUnknown(outcome));
      }
      try {
        var job = json.readTree(reply.body());
        return job.path("completed").asBoolean(false)
            ? over(path, job.path("progress").asString("").equals("failed"))
            : new Job.UnderWay(path);
      } catch (JacksonException e) {
        return new Job.Over(false, unreadable(e));
      }
    };
  }

  /** A job of one request has one task; its result is the request's answer. */
  private Job over(String path, boolean failed) {
    var tasks = calls.make("GET", path + "/task", Map.of(), "");
    if (!(tasks instanceof Replied reply) || !reply.isSuccess()) {
      return new Job.Over(false, asUnknown(tasks));
    }
    try {
      var task = json.readTree(reply.body()).path("items").path(0).path("id").asString();
      var result = calls.make("GET", path + "/task/" + task + "/result", Map.of(), "");
      return new Job.Over(failed, result);
    } catch (JacksonException e) {
      return new Job.Over(false, unreadable(e));
    }
  }

  /** That a job cannot be looked at says nothing about the request. */
  private static Outcome asUnknown(Outcome outcome) {
    return outcome instanceof Replied reply && reply.status() / 100 == 4 && reply.status() != 429
        ? new Outcome.Lost("NetSuite does not show the job: " + reply.body())
        : outcome;
  }

  private static Outcome unreadable(JacksonException e) {
    return new Outcome.Lost("NetSuite's answer about a job cannot be read: " + e.getMessage());
  }

  private static Outcome later(String path) {
    return new Replied(
        503,
        Map.of("retry-after", Long.toString(LOOK_AGAIN.toSeconds())),
        "NetSuite is still at the job " + path + ".");
  }

  private boolean isKnown(Replied reply) {
    return reply.status() == 400
        && reply.headers().containsKey("location")
        && errorCodes(reply.body()).contains(SAME_KEY);
  }

  private String errorCodes(String body) {
    try {
      return json.readTree(body)
          .path("o:errorDetails")
          .findValuesAsString("o:errorCode")
          .toString();
    } catch (JacksonException e) {
      return "";
    }
  }

  private static String pathOf(Replied reply) {
    var location = reply.headers().getOrDefault("location", "");
    return location.substring(Math.max(0, location.indexOf("/services/")));
  }

  private static String uuid(String key) {
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
