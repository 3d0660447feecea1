package io.throughline.command.platform.web;

import static io.throughline.command.RunningCommandSide.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.platform.web.Edge.Reply;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** By what the console tells that no Salesforce org is connected: this edge has none. */
@ResourceLock(Edge.SHARED)
class NoOrgTest {
  private static Edge edge;

  @BeforeAll
  static void start() {
    edge = Edge.shared();
  }

  private static Reply ask(String path) throws Exception {
    return edge.get(path, "Authorization", "Bearer " + token("operations"));
  }

  @Test
  void theConnectionIsNoPartOfItsHealth() throws Exception {
    assertThat(ask("/actuator/health/salesforce").status()).isEqualTo(404);
    assertThat(ask("/actuator/health/publisher").status())
        .as("a part that is there, up or not")
        .isNotEqualTo(404);
  }

  @Test
  void whatItWouldHaveToTellIsNotFoundInOneSentence() throws Exception {
    var reply = ask("/api/v1/operations/salesforce");

    assertThat(reply.status()).as(reply.body()).isEqualTo(404);
    assertThat(reply.kind()).isEqualTo("not-found");
    assertThat(reply.detail()).isNotBlank();
  }
}
