package io.throughline.bench.query;

import io.throughline.local.LocalKafka;
import io.throughline.local.MongoProcess;
import io.throughline.local.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker here, and a store in a JVM of its own or the one that {@code MONGODB_URI} names.
 */
final class Servers implements AutoCloseable {
  private final Path folder;
  private final LocalKafka kafka;
  private final @Nullable MongoProcess store;
  private final String mongoUri;

  private Servers(Path folder, LocalKafka kafka, @Nullable MongoProcess store, String mongoUri) {
    this.folder = folder;
    this.kafka = kafka;
    this.store = store;
    this.mongoUri = mongoUri;
  }

  /**
   * @param storeMb heap of the store in memory
   */
  static Servers start(int storeMb) throws Exception {
    var folder = Files.createTempDirectory("throughline-query");
    var ports = Ports.free();
    var kafka = LocalKafka.start(folder.resolve("kafka"), ports.kafka(), ports.kafkaController());
    var given = System.getenv("MONGODB_URI");
    if (given != null && !given.isBlank()) {
      return new Servers(folder, kafka, null, given);
    }
    var store = MongoProcess.start(ports.mongo(), storeMb);
    return new Servers(folder, kafka, store, store.uri());
  }

  String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  String mongoUri() {
    return mongoUri;
  }

  /** In words, for the report. */
  static String storeName() {
    return System.getenv("MONGODB_URI") == null ? "mongo-java-server, in memory" : "MongoDB";
  }

  @Override
  public void close() throws IOException {
    if (store != null) {
      store.close();
    }
    kafka.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
