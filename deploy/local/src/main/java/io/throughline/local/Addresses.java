package io.throughline.local;

import java.net.URI;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Where a run is that listens on these ports, with its simulated systems elsewhere. */
  public static Addresses of(Ports ports, URI simulators) {
    return new Addresses(
        URI.create("http://localhost:" + ports.command()),
        URI.create("http://localhost:" + ports.query()),
        simulators,
        LocalPostgres.jdbcUrl(ports.postgres()),
        LocalPostgres.USER,
        "localhost:" + ports.kafka(),
        "mongodb://localhost:" + ports.mongo(),
        ports.moved());
  }

  /** Where the logistics providers' messages go, at a command side: by provider. */
  public static Map<String, URI> webhooks(URI command) {
    return Stream.of("shipbob", "shiphero")
        .collect(
            Collectors.toUnmodifiableMap(
                Function.identity(),
                provider -> command.resolve("/api/v1/webhooks/logistics/" + provider)));
  }

  public URI graphQl() {
    return query.resolve("/graphql");
  }
}
