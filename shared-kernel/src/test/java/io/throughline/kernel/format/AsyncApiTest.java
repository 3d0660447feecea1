package io.throughline.kernel.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code asyncapi.json} says is so; {@code SchemaTest} sees to it that it names every event.
 */
class AsyncApiTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path DOCUMENT = RESOURCES.resolve("asyncapi.json");

  private static JsonNode document() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(DOCUMENT));
  }

  @Test
  void eachMessageHasASchemaThatIsThere() throws IOException {
    for (var message : document().at("/components/messages").properties()) {
      var schema = message.getValue().at("/payload/schema/$ref").asString();
      assertThat(RESOURCES.resolve(schema)).as(message.getKey()).exists();
    }
  }

  @Test
  void itsHeadersAreThoseThatArePublished() throws IOException {
    var headers = document().at("/components/schemas/headers");
    assertThat(headers.path("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(AsyncApi.published(true).keySet());
    assertThat(
            headers
                .path("required")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet()))
        .isEqualTo(AsyncApi.published(false).keySet());
  }
}
