package io.throughline.kernel.privacy;

/** What is sealed was altered, or stands where it was not written. */
public final class SealBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SealBroken(String message, Throwable cause) {
    super(message, cause);
  }
}
