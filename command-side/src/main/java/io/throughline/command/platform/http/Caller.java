package io.throughline.command.platform.http;

import io.throughline.command.platform.Traces;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Calls one other system: at most so many at a time, each for at most so long, each within the
 * current trace.
 */
public final class Caller {
  private final HttpClient client;
  private final Semaphore permits;
  private final Duration timeout;
  private final Traces traces;

  /**
   * @param permits how many calls may be under way at a time
   * @param timeout of a call, from sending to the end of the answer (wall time)
   */
  public Caller(int permits, Duration timeout, Traces traces) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
    this.permits = new Semaphore(permits, true);
    this.timeout = timeout;
    this.traces = traces;
  }

  /** Waits for a permit, then calls. */
  public Outcome call(String method, URI uri, Map<String, String> headers, String body) {
    var request = HttpRequest.newBuilder(uri).timeout(timeout);
    headers.forEach(request::header);
    traces.current().ifPresent(trace -> request.header("traceparent", trace));
    request.method(
        method,
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    permits.acquireUninterruptibly();
    try {
      return replied(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return new Outcome.Lost("No answer from " + uri.getHost() + ": " + reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Lost("Interrupted while waiting for " + uri.getHost() + ".");
    } finally {
      permits.release();
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

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
