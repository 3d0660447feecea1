package io.throughline.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.Role;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.OrderEvent.OrderShipped;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.StoredEvent;
import io.throughline.kernel.format.CloudEvents;
import io.throughline.kernel.format.EventFormat;
import io.throughline.query.QuerySideApplication;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Two nodes of the query side share one Kafka and one view store. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class TwoNodesTest {
  private static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");
  private static final CustomerId CUSTOMER = new CustomerId("ACME");
  private static final Currency USD = Currency.getInstance("USD");
  private static final Address ADDRESS =
      new Address("Goods inward", "1 Mill Lane", "Riverton", null, null, "NL");
  private static final String SUBSCRIPTION =
      "subscription {orderChanged(id: \\\"SO-1\\\") {orderId state milestones {name}}}";

  @TempDir Path data;

  /** One of them folds the order's events; whichever is asked tells of each change. */
  @Test
  void whoeverWatchesHearsOfAChangeWhicheverNodeFoldsIt() throws Exception {
    var ports = Ports.free();
    var issuer = LocalIssuer.of(data);
    try (var kafka =
            LocalKafka.start(data.resolve("kafka"), ports.kafka(), ports.kafkaController());
        var mongo = LocalMongo.start(ports.mongo())) {
      makeTopic(kafka);
      try (var one = node(kafka, mongo, issuer);
          var two = node(kafka, mongo, issuer);
          var producer = producer(kafka)) {
        var token = issuer.token(Role.OPERATIONS, "kim", Optional.empty());
        var overSocket = watch(one, token);
        var overEvents = listen(two, token);
        next(overSocket, "null");
        next(overEvents, "null");

        send(producer, 1, submitted());
        next(overSocket, "SUBMITTED");
        next(overEvents, "SUBMITTED");

        send(producer, 2, new OrderShipped(new OrderId("SO-1"), CUSTOMER, AT.plusSeconds(60)));
        next(overSocket, "shipped");
        next(overEvents, "shipped");
      }
    }
  }

  private static void makeTopic(LocalKafka kafka) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(CloudEvents.TOPIC, 6, (short) 1))).all().get();
    }
  }

  private static ConfigurableApplicationContext node(
      LocalKafka kafka, LocalMongo mongo, LocalIssuer issuer) {
    return QuerySideApplication.application()
        .profiles("local")
        .run(
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
            "--spring.mongodb.uri=" + mongo.uri(),
            "--throughline.keys.url=http://localhost:1",
            "--spring.security.oauth2.resourceserver.jwt.public-key-location="
                + issuer.publicKeyFile().toUri());
  }

  private static KafkaProducer<String, byte[]> producer(LocalKafka kafka) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka.bootstrapServers()),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private static Event submitted() {
    var line =
        OrderLine.of(
            new LineId("1"), new ProductId("BOLT"), 10, Money.of("2.50", "USD"), BigDecimal.ZERO);
    var terms =
        SaleTerms.of(
            LocalDate.parse("2026-03-31"), USD, PriceBasis.LIST, "DE", ADDRESS, List.of(line));
    return new OrderSubmitted(new OrderId("SO-1"), CUSTOMER, "u1", terms, AT);
  }

  private static void send(KafkaProducer<String, byte[]> producer, long index, Event event)
      throws Exception {
    var format = new EventFormat();
    var recorded =
        new RecordedEvent(
            index, "order", "SO-1", index, "event-" + index, event, Map.of(), Instant.now());
    var record = new ProducerRecord<>(CloudEvents.TOPIC, CUSTOMER.value(), format.write(event));
    CloudEvents.headers(StoredEvent.of(recorded, format))
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    producer.send(record).get();
  }

  private static String port(ConfigurableApplicationContext node) {
    return node.getEnvironment().getProperty("local.server.port", "");
  }

  private static BlockingQueue<String> watch(ConfigurableApplicationContext node, String token) {
    var received = new LinkedBlockingQueue<String>();
    var socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("graphql-transport-ws")
            .buildAsync(
                URI.create("ws://localhost:" + port(node) + "/graphql"),
                new WebSocket.Listener() {
                  @Override
                  public CompletionStage<?> onText(
                      WebSocket from, CharSequence text, boolean last) {
                    received.add(text.toString());
                    from.request(1);
                    return null;
                  }
                })
            .join();
    socket
        .sendText(
            "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer "
                + token
                + "\"}}",
            true)
        .join();
    socket
        .sendText(
            "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\""
                + SUBSCRIPTION
                + "\"}}",
            true)
        .join();
    return received;
  }

  private static BlockingQueue<String> listen(ConfigurableApplicationContext node, String token) {
    var received = new LinkedBlockingQueue<String>();
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port(node) + "/graphql"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + SUBSCRIPTION + "\"}"))
            .build();
    var unused =
        HttpClient.newHttpClient()
            .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
            .thenAccept(answer -> answer.body().forEach(received::add));
    return received;
  }

  /** Waits for an answer that has the text in it; acknowledgements and blank lines are passed. */
  private static void next(BlockingQueue<String> received, String text) throws Exception {
    var heard = new StringBuilder();
    while (true) {
      var message = received.poll(60, TimeUnit.SECONDS);
      assertThat(message).as("'%s' did not come, only: %s", text, heard).isNotNull();
      if (message.contains(text)) {
        return;
      }
      heard.append(message).append('\n');
    }
  }
}
