package io.throughline.local;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker, its own controller (KRaft), inside this JVM. Topics keep everything for
 * good: the views are rebuilt from them.
 */
public final class LocalKafka implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LocalKafka.class);
  private static final String HOST = "127.0.0.1";

  private final KafkaRaftServer server;
  private final int port;

  private LocalKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * @param dataDirectory kept from run to run
   * @param controllerPort for the broker's talk with itself
   */
  public static LocalKafka start(Path dataDirectory, int port, int controllerPort) {
    try {
      format(dataDirectory);
    } catch (IOException e) {
      throw new LocalRunRefused(
          "Kafka's directory " + dataDirectory + " cannot be used: " + e.getMessage(), e);
    }
    keepItFromEndingTheProcess();
    try {
      var config = new KafkaConfig(settings(dataDirectory, port, controllerPort));
      var server = new KafkaRaftServer(config, Time.SYSTEM);
      server.startup();
      return new LocalKafka(server, port);
    } catch (KafkaGaveUp | KafkaException e) {
      throw new LocalRunRefused("Kafka did not start on port " + port + "; the log says why.", e);
    }
  }

  /**
   * A broker that cannot go on ends its process without a word; here that would take everything
   * else with it.
   */
  private static void keepItFromEndingTheProcess() {
    Exit.setExitProcedure(LocalKafka::giveUp);
    Exit.setHaltProcedure(LocalKafka::giveUp);
  }

  private static void giveUp(int statusCode, @Nullable String message) {
    log.error("Kafka cannot go on. Stop the run and start it again on the same data.");
    throw new KafkaGaveUp(statusCode, message);
  }

  private static final class KafkaGaveUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KafkaGaveUp(int statusCode, @Nullable String message) {
      super("status " + statusCode + (message == null ? "" : ": " + message));
    }
  }

  private static void format(Path dataDirectory) throws IOException {
    if (Files.exists(dataDirectory.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(dataDirectory);
    try {
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(1)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(dataDirectory.toString())
          .addDirectory(dataDirectory.toString())
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .run();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) { // what the formatter declares
      throw new IOException(e);
    }
  }

  private static Map<String, String> settings(Path dataDirectory, int port, int controllerPort) {
    return Map.ofEntries(
        entry("process.roles", "broker,controller"),
        entry("node.id", "1"),
        entry(
            "listeners",
            "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort),
        entry("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port),
        entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        entry("controller.listener.names", "CONTROLLER"),
        entry("controller.quorum.voters", "1@" + HOST + ":" + controllerPort),
        entry("log.dirs", dataDirectory.toString()),
        entry("log.retention.ms", "-1"),
        entry("log.retention.bytes", "-1"),
        entry("auto.create.topics.enable", "false"),
        // one broker can hold no more than one copy
        entry("offsets.topic.replication.factor", "1"),
        entry("offsets.topic.num.partitions", "1"),
        entry("transaction.state.log.replication.factor", "1"),
        entry("transaction.state.log.min.isr", "1"),
        entry("transaction.state.log.num.partitions", "1"),
        entry("share.coordinator.state.topic.replication.factor", "1"),
        entry("share.coordinator.state.topic.min.isr", "1"),
        entry("share.coordinator.state.topic.num.partitions", "1"),
        // a broker that was killed is let back in when its old session ends; shorter ones end on a
        // busy machine by
        // themselves
        entry("broker.session.timeout.ms", "4000"),
        entry("broker.heartbeat.interval.ms", "500"),
        entry("group.initial.rebalance.delay.ms", "0"),
        // small: one machine, one user
        entry("num.network.threads", "2"),
        entry("num.io.threads", "2"),
        entry("background.threads", "2"),
        entry("log.cleaner.dedupe.buffer.size", "4194304"),
        entry("log.index.size.max.bytes", "1048576"),
        entry("queued.max.requests", "64"));
  }

  public String bootstrapServers() {
    return bootstrapServers(port);
  }

  /** Where one on this port is reached, started or not. */
  static String bootstrapServers(int port) {
    return HOST + ":" + port;
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
