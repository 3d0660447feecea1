package io.throughline.testing;

import io.throughline.command.platform.BusinessRefusal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A command that does what a test tells it to. It stands apart, so that only those tests have it
 * which ask for it.
 */
@RestController
public class FaultyEndpoint {
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));
  private final AtomicInteger executions = new AtomicInteger();

  /** Every request fails so, until {@link #mend}. */
  public void failWith(Exception exception) {
    failure.set(exception);
  }

  public void mend() {
    failure.set(null);
  }

  /** Requests wait until the latch is counted down. */
  public void waitFor(CountDownLatch latch) {
    gate.set(latch);
  }

  public int executions() {
    return executions.get();
  }

  @PostMapping("/api/v1/faulty/{name}")
  ResponseEntity<String> perform(@PathVariable String name) throws Exception {
    var execution = executions.incrementAndGet();
    gate.get().await();
    if (failure.get() != null) {
      throw failure.get();
    }
    return ResponseEntity.accepted()
        .header("Location", "/api/v1/faulty/" + name)
        .body("\"execution " + execution + "\"");
  }

  /** A "no" as aggregates say it. */
  public static final class Refusal extends BusinessRefusal {
    private static final long serialVersionUID = 1L;

    public Refusal() {
      super("not-today", "Come back tomorrow.");
    }
  }
}
