package io.throughline.command.publication;

import io.throughline.kernel.format.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic as Kafka has it. */
final class Topic implements AutoCloseable {
  private static final int PARTITIONS = 6;

  private final Admin admin;
  private final Map<String, Object> consumerSettings;

  Topic(Map<String, Object> clientSettings) {
    this.admin = Admin.create(clientSettings);
    this.consumerSettings = new HashMap<>(clientSettings);
  }

  /**
   * Makes the topic if it is missing; it keeps everything.
   *
   * @return its id
   */
  String ensure() {
    try {
      var topic =
          new NewTopic(CloudEvents.TOPIC, Optional.of(PARTITIONS), Optional.empty())
              .configs(
                  Map.of(
                      TopicConfig.RETENTION_MS_CONFIG,
                      "-1",
                      TopicConfig.RETENTION_BYTES_CONFIG,
                      "-1"));
      if (!admin.listTopics().names().get().contains(CloudEvents.TOPIC)) {
        create(topic);
      }
      var described = admin.describeTopics(List.of(CloudEvents.TOPIC)).topicNameValues();
      return Objects.requireNonNull(described.get(CloudEvents.TOPIC)).get().topicId().toString();
    } catch (ExecutionException e) {
      throw new KafkaException(
          "Kafka did not answer about the topic " + CloudEvents.TOPIC + ".", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted while asking Kafka about the topic.", e);
    }
  }

  private void create(NewTopic topic) throws InterruptedException, ExecutionException {
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  /** Where each partition ends. */
  Map<Integer, Long> endOffsets() {
    try (var consumer = consumer()) {
      var offsets = new HashMap<Integer, Long>();
      consumer
          .endOffsets(partitions(consumer))
          .forEach((partition, end) -> offsets.put(partition.partition(), end));
      return offsets;
    }
  }

  /** The global index of each partition's last event; 0 where a partition is empty. */
  Map<Integer, Long> lastIndexes() {
    try (var consumer = consumer()) {
      var partitions = partitions(consumer);
      var indexes = new HashMap<Integer, Long>();
      consumer
          .endOffsets(partitions)
          .forEach(
              (partition, end) ->
                  indexes.put(
                      partition.partition(), end == 0 ? 0 : lastIndex(consumer, partition, end)));
      return indexes;
    }
  }

  private static long lastIndex(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, long end) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, end - 1);
    for (var attempt = 0; attempt < 50; attempt++) {
      for (var record : consumer.poll(Duration.ofMillis(200)).records(partition)) {
        var header = record.headers().lastHeader(CloudEvents.GLOBAL_INDEX);
        return Long.parseLong(new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    throw new KafkaException("Kafka did not give the last event of " + partition + ".");
  }

  private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    return consumer.partitionsFor(CloudEvents.TOPIC).stream()
        .flatMapToInt(partition -> IntStream.of(partition.partition()))
        .mapToObj(partition -> new TopicPartition(CloudEvents.TOPIC, partition))
        .toList();
  }

  private Consumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(2));
  }
}
