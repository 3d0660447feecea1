package io.throughline.kernel.proof;

/** What was given proves nothing; the message says why in one line. */
public final class ProofRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProofRefused(String message) {
    super(message);
  }

  public ProofRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
