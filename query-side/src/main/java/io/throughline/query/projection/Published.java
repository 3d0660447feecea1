package io.throughline.query.projection;

import io.throughline.kernel.format.CloudEvents;
import io.throughline.kernel.privacy.PersonalDataKeys;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was read from Kafka.
 *
 * @param owner the record's key: a customer's number as a rule
 */
record Published(int partition, String owner, Map<String, String> headers, byte[] value) {
  private static final String ORDER = "order/";
  private static final String FULFILMENT = "fulfilment/";

  static Published of(ConsumerRecord<String, byte[]> record) {
    var headers = HashMap.<String, String>newHashMap(16);
    for (var header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    @Nullable String owner = record.key();
    return new Published(
        record.partition(),
        owner == null ? PersonalDataKeys.HOUSE : owner,
        headers,
        record.value());
  }

  long globalIndex() {
    return Long.parseLong(headers.getOrDefault(CloudEvents.GLOBAL_INDEX, "0"));
  }

  /** All that concerns its customer. */
  String customerLane() {
    return "customer/" + owner;
  }

  /** All that concerns its order, if its headers name one. */
  Optional<String> orderLane() {
    var subject = headers.getOrDefault(CloudEvents.SUBJECT, "");
    if (subject.startsWith(ORDER)) {
      return Optional.of(subject);
    }
    return subject.startsWith(FULFILMENT)
        ? Optional.of(ORDER + subject.substring(FULFILMENT.length()))
        : Optional.empty();
  }
}
