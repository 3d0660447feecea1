package io.throughline.kernel.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CarriersTest {

  @Test
  void whoeverWaitsIsCarriedOnThoughEachCarrierIsKept() throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var program =
        new ProcessBuilder(
                java,
                "-XX:ActiveProcessorCount=2",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .inheritIO()
            .start();
    try {
      assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(program.exitValue()).isZero();
    } finally {
      program.destroyForcibly();
    }
  }

  /** Ends once what eight pinned threads wait for is done by a ninth. */
  static final class Program {
    private static final CountDownLatch PINNED = new CountDownLatch(8);
    private static final CountDownLatch DONE = new CountDownLatch(1);

    /** Whoever needs it first waits in here, and all others for that to end. */
    static final class Slow {
      static final boolean READY;

      static {
        try {
          DONE.await();
          READY = true;
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    public static void main(String[] arguments) throws InterruptedException {
      Carriers.keepMoving();
      for (var i = 0; i < 8; i++) {
        Thread.startVirtualThread(
            () -> {
              PINNED.countDown();
              System.exit(Slow.READY ? 0 : 1);
            });
      }
      PINNED.await();
      Thread.startVirtualThread(DONE::countDown);
      Thread.currentThread().join();
    }
  }
}
