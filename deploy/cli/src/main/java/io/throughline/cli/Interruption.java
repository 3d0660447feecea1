package io.throughline.cli;

import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;

/**
 * Ctrl-C and {@code kill}: the first asks the main thread to stop, so that everything is stopped in order and the
 * command ends with its own exit code; the second ends the process at once.
 */
final class Interruption {
  private static final int INTERRUPTED = 130;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final Thread main = Thread.currentThread();

  private Interruption() {}

  /** To be called on the main thread. */
  static Interruption watch() {
    var interruption = new Interruption();
    for (var name : new String[] {"INT", "TERM"}) {
      Signal.handle(new Signal(name), _ -> interruption.ask());
    }
    return interruption;
  }

  private void ask() {
    if (asked.getCount() == 0) {
      Runtime.getRuntime().halt(INTERRUPTED);
    }
    asked.countDown();
    main.interrupt();
  }

  /** Waits until somebody asks to stop. */
  void await() {
    try {
      asked.await();
    } catch (InterruptedException _) {
      // that is somebody asking
    }
    Thread.interrupted(); // what is stopped next must not be interrupted
  }
}
