package io.throughline.local.replay;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.throughline.kernel.Role;
import io.throughline.kernel.format.EventFormat;
import io.throughline.local.LocalIssuer;
import io.throughline.local.LocalRun;
import io.throughline.local.demo.GraphQl;
import io.throughline.query.orderlist.OrderListProjection;
import io.throughline.query.projection.Slices;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold of views folded anew in a demo's run that is at its end, over HTTP. */
public final class ReplaysOfARun {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SLICE = "orderlist";
  private static final String ORDER = "D1-0004";
  private static final String WRONG = "nobody";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalRun run;
  private final LocalIssuer issuer;
  private final Replays replays;
  private final GraphQl views;

  private ReplaysOfARun(LocalRun run, Path data) {
    this.run = run;
    this.issuer = LocalIssuer.of(data);
    this.replays = new Replays(run.addresses().query(), () -> run.token(Role.OPERATIONS));
    this.views = new GraphQl(run.addresses().graphQl(), () -> run.token(Role.OPERATIONS));
  }

  /**
   * @param data of the run, whose order list was folded anew before
   */
  public static void areSwitchedByTwoPeopleRolledBackAndBegunByThemselves(LocalRun run, Path data)
      throws Exception {
    var all = new ReplaysOfARun(run, data);
    try (var mongo = MongoClients.create(run.addresses().mongoUri())) {
      var right = all.owner();
      all.twoPeopleSwitchToWhatDiffers(mongo, right);
      all.rollBack(right);
      all.aNewVersionBeginsByItself(mongo, right);
    }
  }

  /** The live view has gone wrong somehow. */
  private void twoPeopleSwitchToWhatDiffers(MongoClient mongo, String right) throws Exception {
    var live = replays.status(SLICE).generation();
    mongo
        .getDatabase("throughline_" + SLICE)
        .getCollection("views_" + live)
        .updateOne(eq(ORDER), set("view.owner", WRONG));
    assertThat(owner()).isEqualTo(WRONG);

    var differs = replays.await(replays.begin(SLICE, null), _ -> {});
    assertThat(differs.state()).isEqualTo("DIFFERS");
    assertThat(differs.difference().differing()).isEqualTo(1);
    assertThat(differs.difference().examples()).containsExactly(ORDER);
    assertThat(owner()).as("nothing is switched by itself").isEqualTo(WRONG);

    var asked =
        Map.of(
            "generation", differs.generation(), "differing", 1, "reason", "The old one is wrong");
    var path = "/api/v1/replays/" + SLICE + "/switch";
    var approval = JSON.readTree(post("olga", path, asked, 202)).path("approvalId").asString();
    var decision = Map.of("decision", "APPROVE", "reason", "I have looked at it");
    assertThat(post("olga", "/api/v1/approvals/" + approval, decision, 409))
        .contains("own-request");
    post("otto", "/api/v1/approvals/" + approval, decision, 202);

    var switched = until(it -> it.state().equals("SWITCHED"));
    assertThat(switched.generation()).isEqualTo(differs.generation());
    assertThat(switched.canRollBack()).isTrue();
    Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(owner()).isEqualTo(right));
  }

  private void rollBack(String right) throws Exception {
    assertThat(replays.rollBack(SLICE).state()).isEqualTo("ROLLED_BACK");
    Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(owner()).isEqualTo(WRONG));
    assertThat(replays.rollBack(SLICE).state()).as("and there again").isEqualTo("ROLLED_BACK");
    Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(owner()).isEqualTo(right));
    replays.rollBack(SLICE);
  }

  /** A node of the next version starts beside the run's own. */
  private void aNewVersionBeginsByItself(MongoClient mongo, String right) throws Exception {
    var next =
        new OrderListProjection() {
          @Override
          public int version() {
            return super.version() + 1;
          }
        };
    var node =
        Slices.of(
            List.of(next),
            mongo,
            Map.of("bootstrap.servers", run.addresses().kafkaBootstrapServers()),
            new EventFormat(),
            new SimpleMeterRegistry());
    node.start();
    try {
      var begun = until(it -> it.version() == next.version() && it.state().equals("SWITCHED"));
      assertThat(begun.requestedBy()).isEqualTo("throughline");
      assertThat(begun.difference().examples()).as("which was expected").contains(ORDER);
      Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(owner()).isEqualTo(right));
    } finally {
      node.stop();
    }
  }

  private Replay until(Predicate<Replay> reached) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> replays.status(SLICE), reached::test);
  }

  private String owner() throws Exception {
    for (JsonNode edge :
        views
            .ask("{orders(first: 100) {edges {node {orderId owner}}}}", Map.of())
            .path("orders")
            .path("edges")) {
      if (edge.path("node").path("orderId").asString().equals(ORDER)) {
        return edge.path("node").path("owner").asString();
      }
    }
    throw new AssertionError(ORDER + " is not in the list.");
  }

  private String post(String user, String path, Object body, int expected) throws Exception {
    var request =
        HttpRequest.newBuilder(run.addresses().command().resolve(path))
            .header("Content-Type", "application/json")
            .header(
                "Authorization", "Bearer " + issuer.token(Role.OPERATIONS, user, Optional.empty()))
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    var response = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(expected);
    return response.body();
  }
}
