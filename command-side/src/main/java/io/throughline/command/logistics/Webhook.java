package io.throughline.command.logistics;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How one provider's messages are signed, read and answered. */
interface Webhook {

  String provider();

  /**
   * What a message says; nothing, if it tells us nothing.
   *
   * @throws BadSignature if the provider did not sign it
   * @throws IllegalArgumentException if it cannot be read
   */
  List<? extends ProviderUpdate> read(Message message);

  /** The body of the answer to a message that is durable; empty for none. */
  default String acknowledgement() {
    return "";
  }

  /**
   * @param headers by name in small letters
   * @param body as it was signed
   * @param receivedAt business time (UTC), for providers that do not say when it happened
   */
  record Message(Map<String, String> headers, byte[] body, Instant receivedAt) {

    /** Empty if it is not there. */
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }
}
