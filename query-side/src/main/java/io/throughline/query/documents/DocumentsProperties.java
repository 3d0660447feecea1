package io.throughline.query.documents;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.graphql}.
 *
 * @param documents what clients may send that are not among {@code trustedClients}
 * @param trustedClients the claim {@code azp} or {@code client_id} of tokens whose bearers may send
 *     trusted documents only
 */
@ConfigurationProperties("throughline.graphql")
record DocumentsProperties(
    @DefaultValue("any") Documents documents,
    @DefaultValue("salesforce") Set<String> trustedClients) {

  enum Documents {
    ANY,
    TRUSTED_ONLY
  }
}
