package io.throughline.command.logistics;

import io.throughline.command.platform.Answer;
import io.throughline.command.platform.http.BearerToken;
import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.Outcome;
import io.throughline.command.platform.http.Outcome.Lost;
import io.throughline.command.platform.http.Outcome.Replied;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Condition;
import io.throughline.kernel.fulfilment.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * ShipHero's GraphQL API. It answers 200 also where it refuses: what is wrong stands in {@code
 * errors}, with a code; 30 is "not enough credits", with the time to wait in words.
 */
final class ShipHeroClient {
  static final String NAME = "ShipHero";

  private static final int NOT_ENOUGH_CREDITS = 30;
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,6}) *second");

  private final ShipHeroProperties properties;
  private final Caller caller;
  private final BearerToken token;
  private final JsonMapper json = JsonMapper.builder().build();

  ShipHeroClient(ShipHeroProperties properties, Caller caller, BearerToken token) {
    this.properties = properties;
    this.caller = caller;
    this.token = token;
  }

  ObjectNode object() {
    return json.createObjectNode();
  }

  /** Brings {@code data.<field>} of the answer. */
  Answer<JsonNode> ask(String field, String query, ObjectNode variables) {
    var request = json.createObjectNode().put("query", query);
    request.set("variables", variables);
    return switch (call(request.toString())) {
      case Lost(var reason) -> new Answer.Unknown<>(reason);
      case Replied reply when reply.isSuccess() ->
          Payload.read(NAME, reply, body -> answered(body, field));
      case Replied reply ->
          new Answer.Busy<>(
              words(reply),
              reply.retryAfter(),
              reply.status() == 401 ? Cause.TOKEN_REJECTED : null);
    };
  }

  /** A token that ShipHero has forgotten is renewed once; nothing was done with it. */
  private Outcome call(String request) {
    var first = callOnce(request);
    return first instanceof Replied reply && reply.status() == 401 ? callOnce(request) : first;
  }

  private Outcome callOnce(String request) {
    var bearer = token.get();
    if (!(bearer instanceof Replied granted) || !granted.isSuccess()) {
      return bearer;
    }
    var outcome =
        caller.call(
            "POST",
            properties.baseUrl().resolve("/graphql"),
            Map.of("Authorization", "Bearer " + granted.body(), "Content-Type", "application/json"),
            request);
    if (outcome instanceof Replied reply && reply.status() == 401) {
      token.forget(granted.body());
    }
    return outcome;
  }

  private static String words(Replied reply) {
    return reply.status() + " " + Payload.shortened(reply.body());
  }

  private static Answer<JsonNode> answered(JsonNode body, String field) {
    var errors = body.path("errors");
    if (!errors.isEmpty()) {
      return refused(errors.get(0));
    }
    var data = body.path("data").path(field);
    if (data.isMissingNode() || data.isNull()) {
      throw new IllegalArgumentException("it lacks data." + field + ".");
    }
    return new Answer.Done<>(data);
  }

  private static Answer<JsonNode> refused(JsonNode error) {
    var message = Payload.shortened(error.path("message").asString(""));
    if (error.path("code").asInt(0) == NOT_ENOUGH_CREDITS) {
      var wait = wait(error.path("time_remaining").asString(""));
      return new Answer.Busy<>(message, wait, Cause.QUOTA_EXHAUSTED);
    }
    var field = error.path("field").asString("");
    var cause = causeOf(field, message);
    var sentence = NAME + " refused the request: " + cause.summary() + ".";
    var values =
        Map.of(
            Condition.FIELD,
            field,
            Condition.CODE,
            error.path("code").asString(""),
            Condition.ANSWER,
            message);
    return new Answer.Refused<>(List.of(Finding.of(cause, null, sentence, values)), message);
  }

  private static Cause causeOf(String field, String message) {
    if (field.contains("address")) {
      return Cause.ADDRESS_REJECTED;
    }
    return switch (field) {
      case "line_items", "sku" ->
          message.contains("out of stock") ? Cause.OUT_OF_STOCK : Cause.CARRIER_PRODUCT_UNKNOWN;
      case "shipping_lines" -> Cause.SHIPPING_METHOD_REFUSED;
      case "warehouse_id" -> Cause.WAREHOUSE_UNKNOWN;
      case "permission" -> Cause.PERMISSION_MISSING;
      default -> Cause.CARRIER_REFUSED;
    };
  }

  private static @Nullable Duration wait(String remaining) {
    var seconds = SECONDS.matcher(remaining);
    return seconds.find() ? Duration.ofSeconds(Long.parseLong(seconds.group(1))) : null;
  }
}
