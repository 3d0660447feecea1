package io.throughline.command.salesforce;

import io.throughline.command.platform.budget.CallRate;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.salesforce}: the org, if there is one. Times are wall times.
 *
 * @param loginUrl {@code https://login.salesforce.com}, or the org's own domain: who gives tokens,
 *     and the audience of our assertion
 * @param orgId 18 characters; Outbound Messages of another org are refused
 * @param clientId the connected app's consumer key
 * @param username as whom we act, with the JWT bearer flow
 * @param privateKey RSA, in PEM (PKCS 8), or {@code file:} and the path to it: for the JWT bearer
 *     flow
 * @param clientSecret for client credentials, where there is no private key
 * @param pubSub {@code https://api.pubsub.salesforce.com:7443}; {@code http} is without TLS
 * @param apiVersion of REST
 * @param permits calls under way at a time, over all nodes
 * @param rate the org's limit on API requests in 24 hours, or our share of it
 * @param timeout of one call; its outcome is unknown after that
 * @param tell how long news of orders is gathered before it is sent
 * @param sweep how often the org is asked for intents whose event never came
 * @param silence a subscription that says nothing for so long is taken for dead; Salesforce says
 *     something at least every 270 s
 */
@ConfigurationProperties("throughline.salesforce")
record SalesforceProperties(
    URI loginUrl,
    String orgId,
    String clientId,
    @Nullable String username,
    @Nullable String privateKey,
    @Nullable String clientSecret,
    URI pubSub,
    @DefaultValue("v64.0") String apiVersion,
    @DefaultValue("10") int permits,
    @Nullable CallRate rate,
    @DefaultValue("20s") Duration timeout,
    @DefaultValue("1s") Duration tell,
    @DefaultValue("5m") Duration sweep,
    @DefaultValue("330s") Duration silence) {

  SalesforceProperties {
    if (privateKey == null && clientSecret == null) {
      throw new IllegalStateException(
          "Give throughline.salesforce.private-key (JWT bearer), or"
              + " throughline.salesforce.client-secret (client credentials).");
    }
    if (privateKey != null && username == null) {
      throw new IllegalStateException(
          "Give throughline.salesforce.username: the JWT bearer flow acts as a user.");
    }
  }
}
