package io.throughline.command.platform.http;

import io.throughline.command.platform.Traces;
import io.throughline.command.platform.breaker.Breaker;
import io.throughline.command.platform.budget.Budget;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.platform.budget.CallScope;
import io.throughline.command.platform.maintenance.Maintenance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls one other system: within its budget, which all nodes share, not while it is down, each call
 * for at most so long, each within the current trace.
 */
public final class Caller {
  private final HttpClient client;
  private final Budget budget;
  private final Breaker breaker;
  private final Maintenance maintenance;
  private final MaintenanceNotice notice;
  private final Duration timeout;
  private final Traces traces;

  /**
   * @param notice which answers say that the system is being maintained
   * @param timeout of a call, from sending to the end of the answer (wall time)
   */
  public Caller(
      Budget budget,
      Breaker breaker,
      Maintenance maintenance,
      MaintenanceNotice notice,
      Duration timeout,
      Traces traces) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
    this.budget = budget;
    this.breaker = breaker;
    this.maintenance = maintenance;
    this.notice = notice;
    this.timeout = timeout;
    this.traces = traces;
  }

  /** One that shares its permits with nobody: for a program that is alone. */
  public Caller(int permits, Duration timeout, Traces traces) {
    this(
        Budget.unshared("unshared", permits, timeout),
        Breaker.unwatched("unshared"),
        Maintenance.unannounced(),
        MaintenanceNotice.NEVER,
        timeout,
        traces);
  }

  /**
   * Waits for a permit as long as the current lane may, then calls.
   *
   * @throws CallHeld if the call was not made, or the system said that it is not there
   */
  public Outcome call(String method, URI uri, Map<String, String> headers, String body) {
    var request = HttpRequest.newBuilder(uri).timeout(timeout);
    headers.forEach(request::header);
    traces.current().ifPresent(trace -> request.header("traceparent", trace));
    request.method(
        method,
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    maintenance.admit(budget.account());
    breaker.admit();
    try (var _ = permit()) {
      return observed(request.build());
    }
  }

  private Budget.Permit permit() {
    try {
      return budget.enter(CallScope.lane());
    } catch (CallHeld e) {
      breaker.notMade();
      throw e;
    } catch (InterruptedException e) {
      breaker.notMade();
      Thread.currentThread().interrupt();
      throw new CallHeld(budget.account(), CallHeld.Reason.NO_PERMIT, Duration.ZERO);
    }
  }

  /** Budget and breaker learn from every outcome. */
  private Outcome observed(HttpRequest request) {
    var begun = System.nanoTime();
    var outcome = send(request);
    var took = System.nanoTime() - begun;
    var absence = notice.in(outcome);
    if (absence.isPresent()) {
      breaker.notMade(); // it is there, and says that nothing was done
      throw maintenance.said(budget.account(), absence.get());
    }
    switch (outcome) {
      case Outcome.Lost(var reason) -> breaker.failed(took, reason);
      case Outcome.Replied reply when reply.status() >= 500 ->
          breaker.failed(took, "status " + reply.status());
      case Outcome.Replied _ -> breaker.succeeded(took);
    }
    if (outcome instanceof Outcome.Replied reply) {
      if (reply.status() == 429) {
        budget.refused(reply.retryAfter());
      } else {
        budget.answered();
      }
    }
    if (!(outcome instanceof Outcome.Replied reply) || reply.status() >= 500) {
      CallScope.trouble(budget.account());
    }
    return outcome;
  }

  /**
   * The client's own timeout ends with the answer's headers; a permit must not be held for a body
   * that never ends.
   */
  private Outcome send(HttpRequest request) {
    var host = request.uri().getHost();
    var answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      return replied(answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException e) {
      return new Outcome.Lost("No answer from " + host + ": " + reason(e));
    } catch (TimeoutException _) {
      var _ = answer.cancel(true);
      return new Outcome.Lost("No answer from " + host + ": it took longer than " + timeout + ".");
    } catch (InterruptedException e) {
      var _ = answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Outcome.Lost("Interrupted while waiting for " + host + ".");
    }
  }

  private static Outcome.Replied replied(HttpResponse<String> response) {
    var headers = new HashMap<String, String>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return new Outcome.Replied(response.statusCode(), headers, response.body());
  }

  private static String reason(ExecutionException e) {
    return switch (e.getCause()) {
      case IOException cause when cause.getMessage() != null -> cause.getMessage();
      case Throwable cause -> cause.getClass().getSimpleName();
      case null -> "it gives no reason";
    };
  }
}
