package io.throughline.simulators.shiphero;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLError;
import io.throughline.kernel.BusinessClock;
import io.throughline.simulators.Call;
import io.throughline.simulators.Reply;
import io.throughline.simulators.SimulatedSystem;
import io.throughline.simulators.depot.Depot;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /graphql}: a real GraphQL engine on a part of the vendor's schema, so that a query
 * that the vendor would not take is not taken here. What is refused is an entry of {@code errors}
 * with a code, under status 200; so are calls beyond the credits, with the time to wait in words.
 */
public final class ShipHeroApi implements SimulatedSystem {
  public static final String PATH = "/graphql";
  static final String CARRIER = "Parcel Express";
  private static final int NOT_ENOUGH_CREDITS = 30;
  private static final Pattern OPERATION = Pattern.compile("(order|return)[a-z_]*(?=\\()");
  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final JsonMapper json = JsonMapper.builder().build();
  private final ShipHeroTokens tokens;
  private final GraphQL graphQl;

  public ShipHeroApi(Depot depot, ShipHeroTokens tokens, BusinessClock clock) {
    this.tokens = tokens;
    this.graphQl = new ShipHeroSchema(depot, clock).graphQl();
  }

  /** The vendor's ids are a type and a number in Base64. */
  static String uuid(String type, String id) {
    return Base64.getEncoder().encodeToString((type + ":" + id).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Reply answer(Call call) {
    if (!tokens.allow(call)) {
      return Reply.json(401, "{\"message\": \"Unauthorized\"}");
    }
    try {
      var request = json.readTree(call.body());
      var variables = json.convertValue(request.path("variables"), VARIABLES);
      var result =
          graphQl.execute(
              ExecutionInput.newExecutionInput(request.path("query").asString(""))
                  .variables(variables)
                  .build());
      var answer = json.createObjectNode();
      answer.set("data", json.valueToTree(result.<Object>getData()));
      if (!result.getErrors().isEmpty()) {
        answer.set("errors", errors(result.getErrors()));
      }
      return Reply.json(200, answer.toString());
    } catch (JacksonException e) {
      return Reply.json(400, "{\"message\": \"The body is not valid JSON.\"}");
    }
  }

  /** Requests differ in what they do, not in where they go. */
  @Override
  public String identity(Call call) {
    var operation = OPERATION.matcher(call.text());
    var crc = new CRC32();
    crc.update(call.body());
    return "POST " + PATH + " " + (operation.find() ? operation.group() : "") + crc.getValue();
  }

  private JsonNode errors(List<GraphQLError> errors) {
    var list = json.createArrayNode();
    for (var error : errors) {
      var node = list.addObject().put("message", error.getMessage());
      var more = error.getExtensions();
      if (more != null) {
        more.forEach((name, value) -> node.set(name, json.valueToTree(value)));
      }
    }
    return list;
  }

  @Override
  public Reply tooMany() {
    var answer = json.createObjectNode();
    answer
        .putArray("errors")
        .addObject()
        .put("code", NOT_ENOUGH_CREDITS)
        .put("message", "There are not enough credits to perform the requested operation.")
        .put("time_remaining", "1 seconds");
    return Reply.json(200, answer.toString());
  }

  @Override
  public Reply broken() {
    return Reply.json(500, "{\"message\": \"Internal server error\"}");
  }
}
