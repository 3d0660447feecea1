package io.throughline.simulators.salesforce;

import io.throughline.simulators.Faults;
import java.net.URI;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A whole simulated org: records, REST, tokens and the Pub/Sub API. */
public final class Salesforce implements AutoCloseable {
  private final Org org;
  private final OrgTokens tokens;
  private final OrgApi api;
  private final PubSub pubSub;

  /**
   * @param pubSubPort 0 for any free one
   */
  public Salesforce(OrgAccount account, Path journal, Faults faults, int pubSubPort) {
    this.org = new Org(journal);
    this.tokens = new OrgTokens(account);
    this.api = new OrgApi(org, tokens, account, faults);
    this.pubSub = new PubSub(org, tokens, account, faults, pubSubPort);
  }

  public Org org() {
    return org;
  }

  public OrgTokens tokens() {
    return tokens;
  }

  public OrgApi api() {
    return api;
  }

  /** Where the Pub/Sub API is, without TLS. */
  public URI pubSub() {
    return URI.create("http://localhost:" + pubSub.port());
  }

  /** Breaks every subscription there is. */
  public void disconnectAll() {
    pubSub.disconnectAll();
  }

  /** The org's books: what it holds, what it published, what was asked of it. */
  public JsonNode books() {
    var books = (ObjectNode) org.books();
    books.set("requests", api.books());
    return books;
  }

  @Override
  public void close() {
    pubSub.close();
    org.close();
  }
}
