package io.throughline.kernel.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.throughline.kernel.event.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SchemaTest {
  private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
  private static final Path ASYNC_API = Path.of("src/main/resources/asyncapi.json");

  private final EventFormat format = new EventFormat();

  /**
   * {@code -Dthroughline.pin=true} writes the schemas anew: only before a release holds a version.
   */
  @TestFactory
  Stream<DynamicTest> theSchemaSaysWhatTheRecordIs() {
    return WireNames.current().entrySet().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    event.getKey(),
                    () -> {
                      var file = SCHEMAS.resolve(event.getKey() + ".json");
                      var schema = EventSchema.of(event.getKey(), event.getValue());
                      if (Boolean.getBoolean("throughline.pin")) {
                        Files.createDirectories(SCHEMAS);
                        Files.writeString(file, schema);
                      }
                      assertThat(schema).isEqualTo(Files.readString(file));
                    }));
  }

  /** Pinned in the same way. */
  @Test
  void theAsyncApiDocumentNamesEveryEvent() throws Exception {
    var derived = AsyncApi.document();
    if (Boolean.getBoolean("throughline.pin")) {
      Files.writeString(ASYNC_API, derived);
    }
    assertThat(Files.readString(ASYNC_API)).isEqualTo(derived);
  }

  @TestFactory
  Stream<DynamicTest> everyEventKeepsToItsSchema() {
    return Samples.all().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    format.wireName(event),
                    () ->
                        assertThat(
                                errors(
                                    format.wireName(event),
                                    new String(format.write(event), StandardCharsets.UTF_8)))
                            .isEmpty()));
  }

  @Test
  void whatLacksAFieldDoesNot() throws Exception {
    assertThat(errors("order.completed.v1", "{\"orderId\":\"A\",\"at\":\"2026-01-01T00:00:00Z\"}"))
        .isNotEmpty();
    assertThat(
            errors(
                "order.completed.v1",
                "{\"orderId\":7,\"customerId\":\"B\",\"at\":\"2026-01-01T00:00:00Z\"}"))
        .isNotEmpty();
  }

  private static List<?> errors(String wireName, String json) throws Exception {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMAS.resolve(wireName + ".json")));
    return schema.validate(json, InputFormat.JSON);
  }
}
