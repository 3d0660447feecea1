package io.throughline.query.projection;

import io.throughline.kernel.format.CloudEvents;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** How slices read the topic of events. */
final class KafkaAccess {
  private final Map<String, Object> settings;

  /**
   * @param settings of a consumer: servers, security
   */
  KafkaAccess(Map<String, Object> settings) {
    this.settings = Map.copyOf(settings);
  }

  /** For a member of a group; where it begins is the slice's own to say. */
  Map<String, Object> group(String group) {
    var all = new HashMap<>(settings);
    all.put("group.id", group);
    all.put("enable.auto.commit", "false");
    all.put("auto.offset.reset", "earliest");
    all.put("max.poll.records", "2000");
    all.put("fetch.max.bytes", 8 << 20); // what waits in memory is bounded
    all.put("metadata.max.age.ms", "5000"); // the topic may be made after we start
    return all;
  }

  /** For one that belongs to no group and only looks. */
  Map<String, Object> onlooker() {
    var all = new HashMap<>(settings);
    all.remove("group.id");
    all.put("enable.auto.commit", "false");
    all.put("auto.offset.reset", "earliest");
    all.put("max.poll.records", "1");
    all.put("fetch.max.bytes", 1); // the first batch comes however large it is
    all.put("max.partition.fetch.bytes", 1);
    all.put("default.api.timeout.ms", 5000);
    all.put("metadata.max.age.ms", "5000");
    return all;
  }

  /**
   * Which topic it is: one that was made anew has another id.
   *
   * @throws KafkaException if it is not there yet, or nobody answers within ten seconds
   */
  String topicId() throws InterruptedException {
    var admin = Admin.create(adminSettings());
    try {
      var described = admin.describeTopics(List.of(CloudEvents.TOPIC)).topicNameValues();
      return Objects.requireNonNull(described.get(CloudEvents.TOPIC))
          .get(10, TimeUnit.SECONDS)
          .topicId()
          .toString();
    } catch (ExecutionException e) {
      throw new KafkaException(
          "The topic " + CloudEvents.TOPIC + " is not there yet.", e.getCause());
    } catch (TimeoutException e) {
      throw new KafkaException(
          "Kafka did not answer about the topic " + CloudEvents.TOPIC + ".", e);
    } finally {
      admin.close(Duration.ZERO); // else it waits a minute for whom nobody asks any more
    }
  }

  private Map<String, Object> adminSettings() {
    var admin = new HashMap<String, Object>();
    settings.forEach(
        (name, value) -> {
          if (name.equals("bootstrap.servers")
              || name.startsWith("ssl.")
              || name.startsWith("sasl.")
              || name.equals("security.protocol")) {
            admin.put(name, value);
          }
        });
    return admin;
  }
}
