package io.throughline.bench.eventstore;

import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Prints the number of each order that its processor sees. */
public final class NoticeProgram {
  private NoticeProgram() {}

  /** The processor's handler. */
  @ProcessingGroup("printing")
  static class Printing {
    @EventHandler
    void on(OrderSubmitted submitted) {
      System.out.println(submitted.orderId());
    }
  }

  /** Argument: url. */
  public static void main(String[] arguments) {
    OurContext.start(arguments[0], Printing.class);
  }
}
