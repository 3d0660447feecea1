package io.throughline.command.logistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What logistics providers tell us. A message is answered 204 once it is durable; until then they
 * send it again.
 */
@RestController
@Tag(name = "Webhooks")
class WebhookEndpoint {
  private final StandardWebhooks signatures;
  private final ShipmentUpdates updates;

  WebhookEndpoint(StandardWebhooks signatures, ShipmentUpdates updates) {
    this.signatures = signatures;
    this.updates = updates;
  }

  @PostMapping("/api/v1/webhooks/logistics/{provider}")
  @Operation(
      summary = "Take a logistics provider's message",
      description =
          "Signed after Standard Webhooks. Messages may come late, twice and in any order.")
  ResponseEntity<Void> receive(
      @PathVariable String provider,
      @RequestHeader(name = "webhook-id", defaultValue = "") String id,
      @RequestHeader(name = "webhook-timestamp", defaultValue = "") String timestamp,
      @RequestHeader(name = "webhook-signature", defaultValue = "") String signature,
      @RequestHeader(name = "x-webhook-topic", defaultValue = "") String topic,
      @RequestBody byte[] body) {
    if (!provider.equals(ShipBobCarrier.PROVIDER)) {
      throw new UnknownProvider(provider);
    }
    signatures.verify(id, timestamp, signature, body);
    ShipBobWebhook.read(id, topic, body).ifPresent(updates::accept);
    return ResponseEntity.noContent().build();
  }
}
