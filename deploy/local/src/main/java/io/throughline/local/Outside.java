package io.throughline.local;

import io.throughline.kernel.BusinessClock;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;

/**
 * What outlives a run: the simulated systems, by what it finds them, how it makes itself known, and
 * the clock that it shares with them; and the store of its views.
 *
 * @param pubSub where the simulated org's Pub/Sub API is
 * @param store a server of MongoDB's protocol
 * @param permits ERP calls that a run may have under way at a time
 * @param clockOrigin the moment (wall time) at which the shared clock was set
 * @param businessOrigin the business time at that moment (UTC)
 */
public record Outside(
    URI simulators,
    URI pubSub,
    URI store,
    LocalCredentials credentials,
    int permits,
    Instant clockOrigin,
    Instant businessOrigin) {

  BusinessClock clock(double rate) {
    return new BusinessClock(Clock.systemUTC(), clockOrigin, businessOrigin, rate);
  }
}
