package io.throughline.query.sockets;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A client that takes nothing until it is let go, and then all. */
public final class Held extends Outbox {
  private final CountDownLatch gone = new CountDownLatch(1);
  private boolean first = true;

  public void letGo() {
    gone.countDown();
  }

  @Override
  public boolean awaitSent(Duration patience) throws InterruptedException {
    if (first) {
      first = false;
      return true;
    }
    return gone.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
