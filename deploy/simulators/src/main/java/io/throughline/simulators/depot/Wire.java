package io.throughline.simulators.depot;

import java.net.http.HttpRequest;
import java.time.Duration;

/** How a vendor sends webhooks: what it signs, and how long it keeps trying. */
public interface Wire {

  /** Puts the vendor's headers on a request that bears the message's body. */
  void sign(Message message, HttpRequest.Builder request);

  /** Whether a message that was not taken is given up after so many tries over so long a time. */
  boolean givesUp(int tries, Duration sinceTheFirst);
}
