package io.throughline.command.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.throughline.command.eventstore.KeptAnswers;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What the API says of itself: what all commands have in common is said here once. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
  private static final String PROBLEM = "Problem";
  private static final String PROBLEM_JSON =
      org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

  @Bean
  OpenAPI description() {
    SpringDocUtils.getConfig()
        .replaceWithClass(Currency.class, String.class); // as it stands in JSON
    var bearer =
        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT");
    return new OpenAPI()
        .info(
            new Info()
                .title("Throughline command API")
                .version("v1")
                .description(
                    "Orders, customers and remedies. A command is answered as soon as it is"
                        + " durable; what follows from it goes on by itself. A \"no\" is an RFC"
                        + " 9457 problem document, whose type is stable.")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        .components(new Components().addSecuritySchemes("bearer", bearer))
        .addSecurityItem(new SecurityRequirement().addList("bearer"));
  }

  @Bean
  OpenApiCustomizer whatAllCommandsHaveInCommon() {
    return api -> {
      api.getComponents().addSchemas(PROBLEM, problem()).addSchemas("Fault", fault());
      api.getPaths()
          .forEach(
              (path, item) ->
                  item.readOperationsMap()
                      .forEach(
                          (method, operation) -> {
                            if (path.startsWith("/api/v1/webhooks/")) {
                              webhook(operation);
                            } else if (method == HttpMethod.GET) {
                              reading(operation);
                            } else {
                              command(operation);
                            }
                          }));
    };
  }

  private static void webhook(Operation operation) {
    operation.security(List.of()); // the signature says who it is
    answeredWith(operation, HttpStatus.NO_CONTENT, "Taken");
    problems(
        operation,
        List.of(
            ProblemKind.MALFORMED,
            ProblemKind.BAD_SIGNATURE,
            ProblemKind.NOT_FOUND,
            ProblemKind.TOO_LARGE,
            ProblemKind.BUSY,
            ProblemKind.UNCLEAR));
  }

  private static void reading(Operation operation) {
    answeredWith(operation, HttpStatus.OK, "As it is known now");
    problems(
        operation,
        List.of(
            ProblemKind.INVALID,
            ProblemKind.UNAUTHENTICATED,
            ProblemKind.FORBIDDEN,
            ProblemKind.NOT_FOUND,
            ProblemKind.BUSY,
            ProblemKind.NO_ANSWER,
            ProblemKind.INTERNAL));
  }

  private static void command(Operation operation) {
    answeredWith(operation, HttpStatus.ACCEPTED, "It is durable; the rest goes on by itself");
    operation.addParametersItem(
        new HeaderParameter()
            .name(IdempotencyKey.HEADER)
            .required(true)
            .schema(new StringSchema().minLength(1).maxLength(202))
            .example("\"order-4711\"")
            .description(
                "An id of your own for this request, in double quotes. A repeated request gets the"
                    + " first one's answer, for "
                    + KeptAnswers.KEPT.toHours()
                    + " hours."));
    operation
        .getResponses()
        .forEach(
            (_, answer) ->
                answer.addHeaderObject(
                    IdempotencyFilter.REPLAYED,
                    new Header()
                        .schema(new StringSchema())
                        .description(
                            "true, if this is the answer to an earlier request with the same"
                                + " key")));
    problems(
        operation,
        Arrays.stream(ProblemKind.values())
            .filter(kind -> kind != ProblemKind.BAD_SIGNATURE)
            .toList());
  }

  /** Where springdoc supposes 200. */
  private static void answeredWith(Operation operation, HttpStatus status, String description) {
    var answers = operation.getResponses();
    var answer = Objects.requireNonNullElseGet(answers.remove("200"), ApiResponse::new);
    answers.addApiResponse(String.valueOf(status.value()), answer.description(description));
  }

  private static void problems(Operation operation, List<ProblemKind> kinds) {
    kinds.stream()
        .collect(
            Collectors.groupingBy(kind -> kind.status().value(), TreeMap::new, Collectors.toList()))
        .forEach(
            (status, ofStatus) ->
                operation.getResponses().addApiResponse(status.toString(), problem(ofStatus)));
  }

  private static ApiResponse problem(List<ProblemKind> kinds) {
    var titles =
        kinds.stream()
            .map(kind -> kind.title() + " (" + kind.wireName() + ")")
            .collect(Collectors.joining("; "));
    return new ApiResponse()
        .description(
            kinds.contains(ProblemKind.IN_FLIGHT)
                ? titles + "; or a refusal under a type of its own"
                : titles)
        .content(
            new Content()
                .addMediaType(
                    PROBLEM_JSON,
                    new MediaType()
                        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("RFC 9457")
        .addProperty(
            "type",
            new StringSchema().example("urn:throughline:problem:invalid").description("Stable"))
        .addProperty("title", new StringSchema().example("Not valid"))
        .addProperty("status", new IntegerSchema().example(400))
        .addProperty(
            "detail",
            new StringSchema()
                .example("/lines/0/quantity must be greater than 0.")
                .description("For people"))
        .addProperty("instance", new StringSchema().example("/api/v1/orders"))
        .addProperty(
            "errors", new ArraySchema().items(new Schema<>().$ref("#/components/schemas/Fault")))
        .addProperty("trace", new StringSchema().description("To report, if it is our fault"))
        .required(List.of("type", "title", "status", "detail"));
  }

  private static Schema<?> fault() {
    return new ObjectSchema()
        .addProperty(
            "pointer",
            new StringSchema().example("/lines/0/quantity").description("JSON pointer (RFC 6901)"))
        .addProperty("detail", new StringSchema().example("must be greater than 0"))
        .required(List.of("pointer", "detail"));
  }
}
