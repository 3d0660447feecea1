package io.throughline.local;

import java.net.URI;
import java.util.SequencedMap;

/**
 * Where a local run listens.
 *
 * @param command the command API's base
 * @param query the base of GraphQL and of the console
 * @param simulators whose ledgers are at {@code /books}
 * @param moved what is not at its usual port, because that was taken: the usual port to the one in
 *     its place
 */
public record Addresses(
    URI command,
    URI query,
    URI simulators,
    String jdbcUrl,
    String jdbcUser,
    String kafkaBootstrapServers,
    String mongoUri,
    SequencedMap<Integer, Integer> moved) {

  public URI graphQl() {
    return query.resolve("/graphql");
  }
}
