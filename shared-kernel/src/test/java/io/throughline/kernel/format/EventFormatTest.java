package io.throughline.kernel.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.OrderEvent.OrderCancelled;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.Samples;
import io.throughline.kernel.event.StoredEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EventFormatTest {
  private static final Path PINNED = Path.of("src/test/resources/events");

  private final EventFormat format = new EventFormat();

  /**
   * {@code -Dthroughline.pin=true} writes the files anew: only before a release holds a version.
   */
  @TestFactory
  Stream<DynamicTest> theSerializedFormIsPinned() {
    return Samples.all().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    format.wireName(event),
                    () -> {
                      var file = PINNED.resolve(format.wireName(event) + ".json");
                      var json = new String(format.write(event), StandardCharsets.UTF_8) + "\n";
                      if (Boolean.getBoolean("throughline.pin")) {
                        Files.createDirectories(PINNED);
                        Files.writeString(file, json);
                      }
                      assertThat(json).isEqualTo(Files.readString(file));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrittenIsReadAsItWas() {
    return Samples.all().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    format.wireName(event),
                    () ->
                        assertThat(format.read(format.wireName(event), format.write(event)))
                            .isEqualTo(event)));
  }

  @Test
  void everyEventHasAWireNameAndASample() {
    var types =
        Stream.of(Event.class).flatMap(EventFormatTest::records).collect(Collectors.toSet());

    assertThat(List.<Object>copyOf(WireNames.current().values()))
        .containsExactlyInAnyOrderElementsOf(types);
    assertThat(Samples.all().stream().<Object>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(types);
  }

  private static Stream<Class<?>> records(Class<?> family) {
    return Arrays.stream(family.getPermittedSubclasses())
        .flatMap(type -> type.isRecord() ? Stream.of(type) : records(type))
        .distinct();
  }

  @Test
  void everyPinnedVersionIsReadStill() throws IOException {
    try (var files = Files.list(PINNED)) {
      for (var file : files.toList()) {
        var wireName = file.getFileName().toString().replace(".json", "");
        assertThat(format.read(wireName, Files.readAllBytes(file)))
            .as(wireName)
            .isInstanceOf(Event.class);
      }
    }
  }

  @Test
  void equalEventsHaveEqualBytes() {
    assertThat(Samples.all().stream().map(format::write).map(String::new))
        .containsExactlyElementsOf(
            Samples.all().stream().map(format::write).map(String::new).toList());
  }

  @Test
  void aFieldThatALaterVersionAddsIsPassedOver() {
    var json =
        "{\"orderId\":\"A\",\"customerId\":\"B\",\"at\":\"2026-01-01T00:00:00Z\",\"colour\":\"red\"}";

    assertThat(format.read("order.completed.v1", json.getBytes(StandardCharsets.UTF_8)))
        .isNotNull();
  }

  @Test
  void whatCannotBeReadSaysWhy() {
    assertThatThrownBy(
            () -> format.read("order.completed.v1", "{".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("order.completed.v1");
    assertThatThrownBy(
            () -> format.read("order.forgotten.v9", "{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("order.forgotten.v9");
  }

  @Test
  void oldVersionsClimbThroughTheirUpcasters() {
    var old =
        new EventFormat(
            List.of(
                new Upcaster(
                    "order.dropped.v1",
                    "order.dropped.v2",
                    json -> json.put("why", json.path("note").asString())),
                new Upcaster(
                    "order.dropped.v2",
                    "order.cancelled.v1",
                    json -> json.put("reason", json.path("why").asString()))),
            null);
    var json =
        "{\"orderId\":\"A\",\"customerId\":\"B\",\"note\":\"Twice\",\"at\":\"2026-01-01T00:00:00Z\"}";

    assertThat(old.read("order.dropped.v1", json.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            new OrderCancelled(
                new OrderId("A"),
                new CustomerId("B"),
                "Twice",
                Instant.parse("2026-01-01T00:00:00Z")));
  }

  @TestFactory
  Stream<DynamicTest> whatIsPublishedIsReadAsItWasRecorded() {
    return Samples.all().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    format.wireName(event),
                    () -> {
                      var recorded =
                          new RecordedEvent(
                              42,
                              "order",
                              "A",
                              3,
                              "id-1",
                              event,
                              Map.of("correlationId", "c", "actor", "u"),
                              Instant.parse("2026-04-01T00:00:00Z"));
                      var headers = CloudEvents.headers(StoredEvent.of(recorded, format));

                      assertThat(headers)
                          .containsEntry("ce_specversion", "1.0")
                          .containsEntry("content-type", "application/json");
                      assertThat(CloudEvents.read(headers, format.write(event), format))
                          .isEqualTo(recorded);
                    }));
  }

  @Test
  void aPublishedEventWithoutItsHeadersIsUnreadable() {
    assertThatThrownBy(() -> CloudEvents.read(Map.of(), new byte[0], format))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("ce_");
  }
}
