package io.throughline.simulators.salesforce;

import java.time.Duration;

/**
 * How an org is and behaves, and by what an integration is known to it.
 *
 * @param orgId 18 characters
 * @param clientId the connected app's consumer key
 * @param clientSecret for client credentials
 * @param username the user as whom the integration acts
 * @param publicKeyPem RSA, of the certificate that the connected app knows
 * @param dailyCalls API requests that the org takes in 24 hours (wall time)
 * @param retention of events (wall time); Salesforce's is 72 hours
 * @param keepalive how long a subscription is silent at most (wall time); Salesforce's is 270 s
 */
public record OrgAccount(
    String orgId,
    String clientId,
    String clientSecret,
    String username,
    String publicKeyPem,
    int dailyCalls,
    Duration retention,
    Duration keepalive) {
  public static final Duration RETENTION = Duration.ofHours(72);
  public static final Duration KEEPALIVE = Duration.ofSeconds(30);

  /** Of an Enterprise Edition org with few licences. */
  public static final int DAILY_CALLS = 100_000;
}
