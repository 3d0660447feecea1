package io.throughline.command.fulfilment;

import io.throughline.command.platform.BusinessRefusal;

/** The step cannot be carried out there. */
public final class DetourNotPossible extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  DetourNotPossible(String why) {
    super("detour-not-possible", why);
  }
}
