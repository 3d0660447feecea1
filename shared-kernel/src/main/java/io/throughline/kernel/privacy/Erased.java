package io.throughline.kernel.privacy;

import org.jspecify.annotations.Nullable;

/** What stands where personal data was, once its key is gone. */
public final class Erased {
  public static final String TEXT = "[erased]";

  private Erased() {}

  /** Nothing stays nothing: that something was never given is not a secret. */
  public static @Nullable String of(@Nullable String personal) {
    return personal == null ? null : TEXT;
  }
}
