package io.throughline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A forked JVM writes, is told that it is written, and halts; the next start has everything. */
class ServersAfterHardKillTest {
  @TempDir Path data;

  @Test
  void postgresKeepsWhatItAcknowledgedAndItsOrphanIsStopped() throws Exception {
    var killed = Fork.start(WritesRowsAndHalts.class, data.toString());
    assertThat(killed.waitFor()).isEqualTo(137);
    var orphan =
        Long.parseLong(
            java.nio.file.Files.readAllLines(data.resolve("pg/postmaster.pid")).getFirst().strip());
    assertThat(ProcessHandle.of(orphan)).as("the orphan lives on").isPresent();

    try (var postgres = LocalPostgres.start(data.resolve("pg"), Ports.free().postgres());
        var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.owner(), "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from t")) {
      assertThat(ProcessHandle.of(orphan)).isEmpty();
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(100);
    }
  }

  @Test
  void kafkaKeepsWhatItAcknowledged() throws Exception {
    var killed = Fork.start(WritesRecordsAndHalts.class, data.toString());
    assertThat(killed.waitFor()).isEqualTo(137);

    var ports = Ports.free();
    try (var kafka =
            LocalKafka.start(data.resolve("kafka"), ports.kafka(), ports.kafkaController());
        var consumer =
            new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
      var partition = new TopicPartition("t", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200));
                return consumer.position(partition) == 100;
              });
    }
  }

  static final class WritesRowsAndHalts {
    public static void main(String[] arguments) throws Exception {
      var postgres = LocalPostgres.start(Path.of(arguments[0], "pg"), Ports.free().postgres());
      try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.owner(), "");
          var statement = connection.createStatement()) {
        statement.execute("create table t (id int)");
        for (var i = 0; i < 100; i++) {
          statement.execute("insert into t values (" + i + ")");
        }
      }
      Runtime.getRuntime().halt(137);
    }
  }

  static final class WritesRecordsAndHalts {
    public static void main(String[] arguments) throws Exception {
      var ports = Ports.free();
      var kafka =
          LocalKafka.start(Path.of(arguments[0], "kafka"), ports.kafka(), ports.kafkaController());
      Map<String, Object> server = Map.of("bootstrap.servers", kafka.bootstrapServers());
      try (var admin = Admin.create(server);
          var producer =
              new KafkaProducer<>(server, new StringSerializer(), new StringSerializer())) {
        admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
        for (var i = 0; i < 100; i++) {
          producer.send(new ProducerRecord<>("t", "k", "v" + i)).get();
        }
        Runtime.getRuntime().halt(137);
      }
    }
  }
}
