package io.throughline.command.alerts;

import io.throughline.command.platform.StandardSignature;
import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.Outcome;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a webhook, signed after Standard Webhooks: the receiver checks {@code webhook-signature}
 * over {@code id.timestamp.body}, and knows by {@code webhook-id} what it was told before.
 */
final class WebhookAlerts implements Alerts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI url;
  private final StandardSignature signature;
  private final Caller caller;
  private final Clock wall;

  WebhookAlerts(URI url, StandardSignature signature, Caller caller, Clock wall) {
    this.url = url;
    this.signature = signature;
    this.caller = caller;
    this.wall = wall;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public boolean raise(Alert alert) {
    var body = JSON.writeValueAsString(new Message("exception.overdue", alert));
    var timestamp = Long.toString(wall.instant().getEpochSecond());
    var headers =
        Map.of(
            "Content-Type",
            "application/json",
            "webhook-id",
            alert.id(),
            "webhook-timestamp",
            timestamp,
            "webhook-signature",
            signature.of(alert.id(), timestamp, body.getBytes(StandardCharsets.UTF_8)));
    return caller.call("POST", url, headers, body) instanceof Outcome.Replied reply
        && reply.isSuccess();
  }

  private record Message(String type, Alert data) {}
}
