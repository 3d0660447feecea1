package io.throughline.bench.query;

import io.throughline.kernel.Role;
import io.throughline.local.LocalIssuer;
import io.throughline.query.QuerySideApplication;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.projection.Slices;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The real query side over HTTP, with Kafka, a store, and orders that it has folded; no command
 * side, so live fields are unavailable.
 */
public final class ReadSide implements AutoCloseable {
  private final Servers servers;
  private final EventTopic topic;
  private final int orders;
  private final LocalIssuer issuer;
  private final ConfigurableApplicationContext context;

  private ReadSide(
      Servers servers,
      EventTopic topic,
      int orders,
      ApplicationContextInitializer<ConfigurableApplicationContext> initializer)
      throws IOException, InterruptedException {
    this.servers = servers;
    this.topic = topic;
    this.orders = orders;
    this.issuer = LocalIssuer.of(Files.createTempDirectory("throughline-bench"));
    topic.fill(orders, orders, _ -> {});
    this.context = run(QuerySideApplication.application().initializers(initializer));
    awaitAll();
  }

  /**
   * @param storeMb heap of the store in memory
   * @param orders with all of their events
   */
  public static ReadSide start(int storeMb, int orders) throws Exception {
    return start(storeMb, orders, _ -> {});
  }

  static ReadSide start(
      int storeMb,
      int orders,
      ApplicationContextInitializer<ConfigurableApplicationContext> initializer)
      throws Exception {
    var servers = Servers.start(storeMb);
    try {
      var topic = new EventTopic(servers.bootstrapServers());
      return new ReadSide(servers, topic, orders, initializer);
    } catch (Exception e) {
      servers.close();
      throw e;
    }
  }

  private void awaitAll() throws InterruptedException {
    var slices = context.getBean(Slices.class);
    var details = slices.of(new OrderDetailsProjection());
    while (slices.progress().stream().anyMatch(it -> it.catchingUp() || it.events() > 0)
        || details.eventsRead() < topic.size()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Another application on the same servers, which knows the same tokens. */
  ConfigurableApplicationContext run(SpringApplicationBuilder application) {
    return application
        .profiles("local")
        .run(
            "--server.port=0",
            "--spring.main.register-shutdown-hook=false",
            "--spring.mongodb.uri=" + servers.mongoUri(),
            "--spring.kafka.bootstrap-servers=" + servers.bootstrapServers(),
            "--throughline.keys.url=http://localhost:1",
            "--throughline.system-api.url=http://localhost:1",
            "--management.tracing.sampling.probability=0",
            "--spring.security.oauth2.resourceserver.jwt.public-key-location="
                + issuer.publicKeyFile().toUri());
  }

  static URI address(ConfigurableApplicationContext application, String path) {
    var port = application.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://localhost:" + port + path);
  }

  public URI graphQl() {
    return address(context, "/graphql");
  }

  public String token(Role role) {
    return issuer.token(role, "bench", Optional.empty());
  }

  /** Numbers of the orders that are there. */
  public List<String> ids() {
    return IntStream.range(0, orders).mapToObj(it -> new OrderStory(it).order().value()).toList();
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  String mongoUri() {
    return servers.mongoUri();
  }

  @Override
  public void close() throws IOException {
    context.close();
    topic.close();
    servers.close();
  }
}
