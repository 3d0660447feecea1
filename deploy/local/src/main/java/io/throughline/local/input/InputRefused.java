package io.throughline.local.input;

/**
 * The mapping or its files are wrong as a whole: nothing was started. The message says where and
 * what to mend.
 */
public final class InputRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InputRefused(String message) {
    super(message);
  }

  InputRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
