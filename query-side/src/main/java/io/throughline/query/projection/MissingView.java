package io.throughline.query.projection;

import io.throughline.kernel.event.Event;

/** An event tells of something that no earlier event began: an error to look into, not to skip. */
public final class MissingView extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MissingView(Event event) {
    super("There is nothing yet that " + event.getClass().getSimpleName() + " could change.");
  }
}
