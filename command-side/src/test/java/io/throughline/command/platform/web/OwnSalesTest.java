package io.throughline.command.platform.web;

import static io.throughline.command.RunningCommandSide.line;
import static io.throughline.command.RunningCommandSide.order;
import static io.throughline.command.RunningCommandSide.partnersToken;
import static io.throughline.command.RunningCommandSide.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.platform.web.Edge.Reply;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(Edge.SHARED)
class OwnSalesTest {
  private static final String DIRECT = order("PS-1", "PARTNERS", line("1", "BOLT", 10, "2.50"));
  private static final List<String> DOORS = List.of("/api/v1/orders", "/api/v1/orders/checks");

  private static Edge edge;

  @BeforeAll
  static void start() {
    edge = Edge.shared();
  }

  private static String through(String partner) {
    return DIRECT.replace("\"owner\"", "\"partnerId\": \"%s\", \"owner\"".formatted(partner));
  }

  private static Reply handOver(String door, String token, String order) throws Exception {
    return edge.post(door, order, "Authorization", "Bearer " + token);
  }

  @Test
  void aPartnerHandsOverAndAsksAboutNoSaleButItsOwn() throws Exception {
    for (var door : DOORS) {
      for (var others : List.of(DIRECT, through("MILL-2"))) {
        var reply = handOver(door, partnersToken("MILL-1"), others);

        assertThat(reply.status()).as(door).isEqualTo(403);
        assertThat(reply.kind()).isEqualTo("forbidden");
        assertThat(reply.detail()).endsWith("set partnerId to MILL-1.");
      }
    }
  }

  @Test
  void whoDoesNotSayForWhichPartnerHandsOverNothing() throws Exception {
    for (var door : DOORS) {
      var reply = handOver(door, token("partner"), through("MILL-1"));

      assertThat(reply.status()).as(door).isEqualTo(403);
      assertThat(reply.detail()).contains("the claim partner");
    }
  }

  @Test
  void aPartnersOwnSaleIsTaken() throws Exception {
    var reply = handOver("/api/v1/orders", partnersToken("MILL-1"), through("mill-1"));

    assertThat(reply.status()).as(reply.body()).isEqualTo(202);
  }
}
