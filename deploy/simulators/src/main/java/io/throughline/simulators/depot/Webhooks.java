package io.throughline.simulators.depot;

import io.throughline.simulators.Faults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages until they are taken or the vendor gives up, with growing pauses (wall time). With
 * faults, some are sent twice, some are overtaken by later ones, and some are never sent at all.
 */
public final class Webhooks implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Webhooks.class);
  private static final int SENDERS = 6;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** Of the messages that something may happen to. */
  private static final double DROPPED = 0.25;

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration HELD_BACK = Duration.ofMillis(300);

  /** Hears what became of a message. */
  interface Outcome {
    void settled(String messageId, boolean taken);
  }

  private final Wire wire;
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
  private final AtomicInteger dropped = new AtomicInteger();
  private volatile @Nullable URI target;
  private volatile Outcome outcome = (_, _) -> {};

  public Webhooks(Wire wire, Faults faults) {
    this.wire = wire;
    this.faults = faults;
  }

  /** Where messages go from now on; until then they wait. */
  public void target(URI uri) {
    target = uri;
  }

  void start(Outcome listener) {
    outcome = listener;
  }

  void send(Message message) {
    if (faults.happens("drop " + message.id(), DROPPED)) {
      dropped.incrementAndGet();
      return;
    }
    var late = faults.happens("reorder " + message.id());
    if (late) {
      heldBack.incrementAndGet();
    }
    var sending = new Sending(message, Instant.now());
    schedule(sending, 1, late ? HELD_BACK : Duration.ZERO);
    if (faults.happens("duplicate " + message.id())) {
      duplicated.incrementAndGet();
      schedule(sending, 1, HELD_BACK);
    }
  }

  private record Sending(Message message, Instant first) {}

  private void schedule(Sending sending, int attempt, Duration pause) {
    if (!senders.isShutdown()) {
      var _ =
          senders.schedule(
              () -> deliver(sending, attempt), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void deliver(Sending sending, int attempt) {
    var id = sending.message().id();
    var uri = target;
    if (uri != null && isTaken(uri, sending.message())) {
      outcome.settled(id, true);
    } else if (uri != null
        && wire.givesUp(attempt, Duration.between(sending.first(), Instant.now()))) {
      log.info("The message {} was not taken after {} tries and is given up", id, attempt);
      outcome.settled(id, false);
    } else {
      var pause = Math.min(100L << Math.min(attempt - 1, 10), LONGEST_PAUSE.toMillis());
      schedule(sending, uri == null ? attempt : attempt + 1, Duration.ofMillis(pause));
    }
  }

  private boolean isTaken(URI uri, Message message) {
    try {
      sent.incrementAndGet();
      var request =
          HttpRequest.newBuilder(uri)
              .timeout(TIMEOUT)
              .header("content-type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(message.body()));
      wire.sign(message, request);
      var response = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
      return response.statusCode() / 100 == 2;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
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

  int dropped() {
    return dropped.get();
  }

  @Override
  public void close() {
    senders.shutdownNow();
  }
}
