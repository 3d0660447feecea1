package io.throughline.command.logistics;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.logistics.Webhook.Message;
import io.throughline.kernel.BusinessClock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What logistics providers tell us. A message is answered once all that it says is durable; until
 * then they send it again.
 */
@RestController
@Tag(name = "Webhooks")
class WebhookEndpoint {
  private final Map<String, Webhook> webhooks;
  private final ProviderUpdates updates;
  private final BusinessClock clock;

  WebhookEndpoint(List<Webhook> webhooks, ProviderUpdates updates, BusinessClock clock) {
    this.webhooks =
        webhooks.stream().collect(toUnmodifiableMap(Webhook::provider, Function.identity()));
    this.updates = updates;
    this.clock = clock;
  }

  @PostMapping("/api/v1/webhooks/logistics/{provider}")
  @Operation(
      summary = "Take a logistics provider's message",
      description =
          "Signed as the provider signs: shipbob after Standard Webhooks, shiphero with"
              + " x-shiphero-hmac-sha256. Messages may come late, twice and in any order.")
  ResponseEntity<String> receive(
      @PathVariable String provider, @RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
    var webhook = webhooks.get(provider);
    if (webhook == null) {
      throw new UnknownProvider(provider, new TreeSet<>(webhooks.keySet()));
    }
    acceptAll(webhook.read(new Message(byName(headers), body, clock.instant())));
    return webhook.acknowledgement().isEmpty()
        ? ResponseEntity.noContent().build()
        : ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_JSON)
            .body(webhook.acknowledgement());
  }

  /** What is said of one shipment is not lost because of what is said of another. */
  private void acceptAll(List<? extends ProviderUpdate> told) {
    @Nullable RuntimeException first = null;
    for (var update : told) {
      try {
        updates.accept(update);
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static Map<String, String> byName(HttpHeaders headers) {
    var byName = new HashMap<String, String>();
    headers.forEach(
        (name, values) ->
            byName.put(name.toLowerCase(Locale.ROOT), values.isEmpty() ? "" : values.getFirst()));
    return byName;
  }
}
