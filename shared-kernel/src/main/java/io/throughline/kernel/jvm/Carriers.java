package io.throughline.kernel.jvm;

/**
 * The platform threads that carry virtual threads. A virtual thread that loads a class or waits for
 * one to be initialized keeps its carrier, however long it has to wait. The JVM has as many
 * carriers as processors: on a machine of two, two requests that load a class in the first seconds
 * wait forever for a lock whose next owner is a virtual thread that finds no carrier.
 */
public final class Carriers {
  /** Read once, before the first virtual thread runs (java.lang.Thread, implementation notes). */
  private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";

  /**
   * More than there are requests and tasks that begin side by side, and as many as the JVM allows
   * unless told; they are started by need.
   */
  private static final int ENOUGH = 256;

  private Carriers() {}

  /** The first thing that a program does; whoever starts it may have said otherwise. */
  public static void provideEnough() {
    if (System.getProperty(PARALLELISM) == null) {
      var carriers = Math.max(ENOUGH, Runtime.getRuntime().availableProcessors());
      System.setProperty(PARALLELISM, Integer.toString(carriers));
    }
  }
}
