package io.throughline.bench.query;

import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.throughline.bench.harness.Comparison;
import io.throughline.bench.harness.Contender;
import io.throughline.bench.harness.Goal;
import io.throughline.bench.harness.Load;
import io.throughline.bench.harness.Metric;
import io.throughline.kernel.Role;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.projection.Slices;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real query side over HTTP with a token, beside {@link PeerApplication}. */
final class Reads implements AutoCloseable {
  static final String ORDER = "order 360";
  static final String LIST = "list of 50";
  static final int CALLERS = 4;
  private static final String OWNER = "0055g00000A1b2CAAR";
  private static final String IN_MEMORY = "graphql-java in memory";
  private static final String CRUD = "Spring Data CRUD and REST";
  private static final String DRIVER = "the driver alone";
  private static final Metric RATE = new Metric("answers", "answers/s", true);
  private static final Metric CALLS = new Metric("database calls", "calls/answer", false);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String QUESTION =
      "query($id: ID!) {order(id: $id) {orderId customerId owner state orderedOn requestedOn"
          + " erpOrderNumber money {ordered {amount currency} invoiced {amount} paid {amount}}"
          + " lines {lineId productId quantity net {amount} shipped invoiced}"
          + " shipments {shipmentId state provider carrier trackingNumber delay shippedAt"
          + " deliveredAt lines {lineId quantity}} invoices {invoiceId number net {amount} paidAt}"
          + " exceptions {exceptionId summary} milestones {name at promised} changedAt}}";

  private static final String ROWS =
      "{orders(filter: {owner: \""
          + OWNER
          + "\"}, orderBy: ORDERED_ON_DESC, first: 50) {totalCount edges {cursor node {orderId"
          + " customerId state orderedOn money {ordered {amount currency}}}}}}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final LongAdder calls = new LongAdder();
  private final Load load;
  private final int orders;
  private final ReadSide side;
  private final String token;
  private final ConfigurableApplicationContext peers;
  private final String rows;

  /**
   * @param storeMb heap of the store in memory
   */
  Reads(int storeMb, int orders, Duration round) throws Exception {
    this.load = new Load(CALLERS, round);
    this.orders = orders;
    this.side =
        ReadSide.start(storeMb, orders, context -> count((GenericApplicationContext) context));
    this.token = side.token(Role.OPERATIONS);
    this.peers =
        side.run(
            new SpringApplicationBuilder(PeerApplication.class)
                .properties("spring.config.name=query-side"));
    var details = side.context().getBean(Slices.class).of(new OrderDetailsProjection());
    for (var id : side.ids()) {
      PeerApplication.ORDERS.put(id, details.get(id).orElseThrow());
    }
    keepPlainly();
    this.rows = rowsOf(side.mongoUri());
  }

  /** The same orders, as our answers tell them, in the collection of the one without events. */
  private void keepPlainly() throws IOException, InterruptedException {
    var crud = peers.getBean(CrudOrder.Repository.class);
    for (var id : side.ids()) {
      var told = data(graphQl(side.context(), question(id)));
      crud.save(JSON.treeToValue(told.path("order"), CrudOrder.class));
    }
  }

  /** Counts what asks the database for documents. */
  private void count(GenericApplicationContext context) {
    var listener =
        new CommandListener() {
          @Override
          public void commandStarted(CommandStartedEvent event) {
            if (List.of("find", "aggregate", "count", "getMore").contains(event.getCommandName())
                && !event.getDatabaseName().equals("admin")
                && Thread.currentThread().isVirtual()) {
              calls.increment(); // slices have platform threads of their own
            }
          }
        };
    context.registerBean(
        MongoClientSettingsBuilderCustomizer.class,
        () -> builder -> builder.addCommandListener(listener));
  }

  private static String rowsOf(String mongoUri) {
    try (var mongo = MongoClients.create(mongoUri)) {
      return mongo
          .getDatabase("throughline_orderlist")
          .listCollectionNames()
          .into(new ArrayList<>())
          .stream()
          .filter(it -> it.startsWith("views_"))
          .findFirst()
          .orElseThrow();
    }
  }

  Comparison order() throws IOException, InterruptedException {
    var id = new OrderStory(0).order().value();
    var mine = data(graphQl(side.context(), question(id)));
    for (var theirs :
        List.of(
            data(graphQl(peers, question(id))).path("order"), JSON.readTree(answer(crud(id))))) {
      if (mine.path("order").isNull() || !mine.path("order").equals(theirs)) {
        throw new IllegalStateException("Not the same answers: " + mine + " and " + theirs);
      }
    }
    return new Comparison(
        ORDER,
        contender("ours", true, () -> graphQl(side.context(), question(any()))),
        List.of(
            contender(IN_MEMORY, false, () -> graphQl(peers, question(any()))),
            contender(CRUD, false, () -> crud(any()))),
        List.of(
            Goal.ratio(RATE, IN_MEMORY, 0.6), Goal.ratio(RATE, CRUD, 1), Goal.atMost(CALLS, 1)));
  }

  Comparison list() throws IOException, InterruptedException {
    var edges = data(graphQl(side.context(), body(ROWS, Map.of()))).path("orders").path("edges");
    var raw = JSON.readTree(answer(raw())).path("rows");
    if (edges.isEmpty()
        || !edges
            .get(0)
            .path("node")
            .path("orderId")
            .asString()
            .equals(raw.get(0).path("_id").asString())) {
      throw new IllegalStateException("Not the same rows: " + edges + " and " + raw);
    }
    return new Comparison(
        LIST,
        contender("ours", true, () -> graphQl(side.context(), body(ROWS, Map.of()))),
        List.of(contender(DRIVER, false, this::raw)),
        List.of(Goal.ratio(RATE, DRIVER, 0.6), Goal.atMost(CALLS, 2)));
  }

  private String any() {
    return new OrderStory(ThreadLocalRandom.current().nextInt(orders)).order().value();
  }

  private static String question(String id) {
    return body(QUESTION, Map.of("id", id));
  }

  private static String body(String query, Map<String, String> variables) {
    return JSON.writeValueAsString(Map.of("query", query, "variables", variables));
  }

  private HttpRequest graphQl(ConfigurableApplicationContext at, String body) {
    return request(at, "/graphql")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest crud(String id) {
    return request(peers, "/crud/orders/" + id).build();
  }

  private HttpRequest raw() {
    var parameters =
        "?collection=" + URLEncoder.encode(rows, StandardCharsets.UTF_8) + "&owner=" + OWNER;
    return request(peers, "/raw" + parameters).build();
  }

  private HttpRequest.Builder request(ConfigurableApplicationContext at, String path) {
    return HttpRequest.newBuilder(ReadSide.address(at, path))
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode data(HttpRequest request) throws IOException, InterruptedException {
    return JSON.readTree(answer(request)).path("data");
  }

  private String answer(HttpRequest request) throws IOException, InterruptedException {
    var response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200 || response.body().contains("\"errors\"")) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  private Contender contender(String name, boolean counted, Supplier<HttpRequest> question) {
    return new Contender() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Map<Metric, Double> round() throws Exception {
        calls.reset();
        var outcome = load.run((_, _) -> answer(question.get()));
        var figures = new LinkedHashMap<Metric, Double>();
        figures.put(RATE, outcome.perSecond());
        if (counted) {
          figures.put(CALLS, (double) calls.sum() / outcome.calls());
        }
        return figures;
      }
    };
  }

  @Override
  public void close() throws IOException {
    peers.close();
    side.close();
    PeerApplication.ORDERS.clear();
  }
}
