package io.throughline.cli;

import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;

/**
 * Ctrl-C and {@code kill}: the first asks the main thread to stop, so that everything is stopped in
 * order and the command ends with its own exit code; the second ends the process at once.
 */
final class Interruption {
  /** What a shell says of a command that was stopped by Ctrl-C. */
  static final int EXIT_CODE = 130;

  private static volatile boolean happened;

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
      Runtime.getRuntime().halt(EXIT_CODE);
    }
    happened = true;
    asked.countDown();
    main.interrupt();
  }

  /** Whether somebody has asked to stop: whatever fails then fails because of that. */
  static boolean hasHappened() {
    return happened;
  }

  /** What whoever has asked is told. */
  static String told(Object command) {
    return "throughline: stopped before the end; "
        + (command instanceof BeginsAnew
            ? "the next run begins anew."
            : "started again on the same data, it goes on.");
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
