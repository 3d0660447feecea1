package io.throughline.simulators.shipbob;

import io.throughline.simulators.Faults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages until they are taken, with growing pauses, for 24 hours of wall time at the most.
 * With faults, some are sent twice and some overtaken by later ones.
 */
public final class Webhooks implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Webhooks.class);
  private static final int SENDERS = 6;
  private static final Duration PATIENCE = Duration.ofHours(24);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration HELD_BACK = Duration.ofMillis(300);

  /** Hears what became of a message. */
  interface Outcome {
    void settled(String messageId, boolean taken);
  }

  private final String secret;
  private final Faults faults;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final ScheduledExecutorService senders =
      Executors.newScheduledThreadPool(
          SENDERS, Thread.ofPlatform().name("webhooks-", 0).daemon().factory());
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger duplicated = new AtomicInteger();
  private final AtomicInteger heldBack = new AtomicInteger();
  private volatile @Nullable URI target;
  private volatile Outcome outcome = (_, _) -> {};

  /**
   * @param secret {@code whsec_} and Base64
   */
  public Webhooks(String secret, Faults faults) {
    this.secret = secret;
    this.faults = faults;
  }

  /** Where messages go from now on; until then they wait. */
  public void target(URI uri) {
    target = uri;
  }

  void start(Outcome listener) {
    outcome = listener;
  }

  void send(String messageId, String topic, String body) {
    var message = new Message(messageId, topic, body, Instant.now());
    var late = faults.happens("reorder " + messageId);
    if (late) {
      heldBack.incrementAndGet();
    }
    schedule(message, 1, late ? HELD_BACK : Duration.ZERO);
    if (faults.happens("duplicate " + messageId)) {
      duplicated.incrementAndGet();
      schedule(message, 1, HELD_BACK);
    }
  }

  private record Message(String id, String topic, String body, Instant first) {}

  private void schedule(Message message, int attempt, Duration pause) {
    if (!senders.isShutdown()) {
      var _ =
          senders.schedule(
              () -> deliver(message, attempt), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void deliver(Message message, int attempt) {
    if (attempt(message)) {
      outcome.settled(message.id(), true);
    } else if (Instant.now().isAfter(message.first().plus(PATIENCE))) {
      log.warn("The message {} was not taken for {} and is given up", message.id(), PATIENCE);
      outcome.settled(message.id(), false);
    } else {
      var pause = Math.min(100L << Math.min(attempt - 1, 10), LONGEST_PAUSE.toMillis());
      schedule(message, attempt + 1, Duration.ofMillis(pause));
    }
  }

  private boolean attempt(Message message) {
    var uri = target;
    if (uri == null) {
      return false;
    }
    try {
      sent.incrementAndGet();
      var response = client.send(request(uri, message), HttpResponse.BodyHandlers.discarding());
      return response.statusCode() / 100 == 2;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpRequest request(URI uri, Message message) {
    var timestamp = Long.toString(Instant.now().getEpochSecond());
    return HttpRequest.newBuilder(uri)
        .timeout(Duration.ofSeconds(10))
        .header("content-type", "application/json")
        .header("webhook-id", message.id())
        .header("webhook-timestamp", timestamp)
        .header(
            "webhook-signature",
            "v1," + signature(message.id() + "." + timestamp + "." + message.body()))
        .header("x-webhook-topic", message.topic())
        .POST(HttpRequest.BodyPublishers.ofString(message.body()))
        .build();
  }

  private String signature(String signed) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256.", e);
    }
  }

  int sent() {
    return sent.get();
  }

  int duplicated() {
    return duplicated.get();
  }

  int heldBack() {
    return heldBack.get();
  }

  @Override
  public void close() {
    senders.shutdownNow();
  }
}
