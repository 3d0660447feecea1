package io.throughline.local.demo;

import io.throughline.local.LocalRunRefused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/**
 * How long a recorded event takes into its view, as the query side measures it (wall time, of
 * late): the slowest slice's figure, from its metrics.
 */
final class EventToView {
  private static final Pattern SAMPLE =
      Pattern.compile(
          "^throughline_event_to_view_seconds\\{[^}]*quantile=\"([0-9.]+)\"[^}]*} (\\S+)$",
          Pattern.MULTILINE);
  private static final double MILLIS = 1000;

  private EventToView() {}

  static Percentiles read(URI querySide) throws InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(querySide.resolve("/actuator/prometheus")).build();
      return parse(client.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new LocalRunRefused("The query side's metrics gave no answer: " + e.getMessage(), e);
    }
  }

  static Percentiles parse(String metrics) {
    var p50 = 0.0;
    var p99 = 0.0;
    var samples = SAMPLE.matcher(metrics);
    while (samples.find()) {
      var millis = Math.round(Double.parseDouble(samples.group(2)) * MILLIS * 10) / 10.0;
      if (samples.group(1).equals("0.5")) {
        p50 = Math.max(p50, millis);
      } else if (samples.group(1).equals("0.99")) {
        p99 = Math.max(p99, millis);
      }
    }
    return new Percentiles(p50, p99);
  }
}
