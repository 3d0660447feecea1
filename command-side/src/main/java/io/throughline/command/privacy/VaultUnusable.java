package io.throughline.command.privacy;

import org.jspecify.annotations.Nullable;

/** The vault lacks a key that is needed, or cannot be reached. Never taken for an erasure. */
public final class VaultUnusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  VaultUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
