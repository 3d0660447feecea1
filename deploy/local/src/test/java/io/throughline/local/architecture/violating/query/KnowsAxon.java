package io.throughline.local.architecture.violating.query;

import org.axonframework.eventhandling.EventHandler;

public final class KnowsAxon {
  @EventHandler
  public void on(String event) {}
}
