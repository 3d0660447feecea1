package io.throughline.command.logistics;

import io.throughline.command.platform.Answer;
import io.throughline.command.platform.http.Outcome.Replied;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of an answer. One that cannot be read says nothing of what was done: its outcome is
 * unknown, and the call is made again.
 */
final class Payload {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 2000;

  private Payload() {}

  static <T> Answer<T> read(String system, Replied reply, Function<JsonNode, Answer<T>> next) {
    JsonNode body;
    try {
      body = JSON.readTree(reply.body());
    } catch (JacksonException e) {
      return new Answer.Unknown<>(system + "'s answer cannot be read: " + e.getOriginalMessage());
    }
    try {
      return next.apply(body);
    } catch (IllegalArgumentException e) {
      return new Answer.Unknown<>(system + "'s answer makes no sense: " + e.getMessage());
    }
  }

  /**
   * @throws IllegalArgumentException if it is not there
   */
  static String text(JsonNode node, String field) {
    var text = node.path(field).asString("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("it lacks " + field + ".");
    }
    return text;
  }

  static @Nullable String optional(JsonNode node, String field) {
    var text = node.path(field).asString("");
    return text.isEmpty() ? null : text;
  }

  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
