package io.throughline.local;

/**
 * The local run cannot start or go on; the message says why in one line and what to do about it.
 */
public final class LocalRunRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LocalRunRefused(String message) {
    super(message);
  }

  public LocalRunRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
