package io.throughline.command.platform.web;

import io.throughline.command.eventstore.CommandKey;
import io.throughline.command.eventstore.KeptAnswer;
import io.throughline.command.eventstore.PendingAnswer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The request with an Idempotency-Key that this thread is answering. */
final class RequestInHand {
  static final ScopedValue<RequestInHand> CURRENT = ScopedValue.newInstance();

  private final CommandKey key;
  private final Fingerprint fingerprint;
  private @Nullable PendingAnswer pending;
  private @Nullable KeptAnswer first;

  RequestInHand(CommandKey key, Fingerprint fingerprint) {
    this.key = key;
    this.fingerprint = fingerprint;
  }

  Fingerprint fingerprint() {
    return fingerprint;
  }

  KeptAnswer answer(
      int status, @Nullable String location, @Nullable String contentType, byte[] body) {
    return new KeptAnswer(
        key, fingerprint.value(), status, location, contentType, body, Instant.now());
  }

  void pending(PendingAnswer answer) {
    pending = answer;
  }

  /** Somebody else was answered under this key meanwhile. */
  void answeredBefore(KeptAnswer answer) {
    first = answer;
  }

  Optional<KeptAnswer> answeredBefore() {
    return Optional.ofNullable(first);
  }

  boolean isKept() {
    return pending != null && pending.isKept();
  }
}
