package io.throughline.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.SchemaTraverser;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.throughline.kernel.Role;
import io.throughline.query.GeneratedPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Every role against every field, through the engine and the guard that answer real requests. */
class FieldRulesTest {
  private static final GraphQLSchema SCHEMA = guarded(ours());
  private static final FieldRules RULES = FieldRules.of(SCHEMA);

  @AfterEach
  void nobodyAsks() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void everyFieldSaysWhoSeesIt() {
    assertThat(RULES.complaints()).isEmpty();
  }

  @Test
  void thePageShowsEveryFieldWithItsRoles() throws IOException {
    GeneratedPage.assertShows("access.md", FieldMatrix.of(RULES));
  }

  @Test
  void everyRoleGetsEveryFieldThatItMayAndNoOther() {
    var engine = GraphQL.newGraphQL(SCHEMA).build();
    var paths = new MadeUp.Paths(SCHEMA);
    var cells = 0;
    for (var role : Role.values()) {
      SecurityContextHolder.getContext().setAuthentication(somebody(role));
      for (var field : RULES.all().entrySet()) {
        var path = paths.to(field.getKey());
        var mayReach = path.stream().allMatch(step -> RULES.roles(step).contains(role));
        var answer = engine.execute(ExecutionInput.newExecutionInput(paths.asQuery(path)).build());

        assertThat(answer.getErrors().isEmpty())
            .as("%s as %s: %s", field.getKey(), role, answer.getErrors())
            .isEqualTo(mayReach);
        if (!mayReach) {
          assertThat(answer.getErrors()).allMatch(it -> it.getMessage().contains("another role"));
        }
        cells++;
      }
    }
    assertThat(cells).isGreaterThan(1_000);
  }

  @Test
  void aSchemaThatForgetsARuleIsFound() {
    var complaints =
        FieldRules.of(
                schema(
                    """
                    directive @allowed(roles: [Role!]!) on FIELD_DEFINITION | OBJECT
                    enum Role {ANY SALES PARTNER}
                    type Query {order: Order @allowed(roles: [ANY])
                      secret: Secret @allowed(roles: [SALES, PARTNER]) lag: Int}
                    type Order @allowed(roles: [ANY]) {id: ID! margin: Int! @allowed(roles: [SALES])}
                    type Secret @allowed(roles: [SALES]) {text: String}
                    """,
                    GraphQLCodeRegistry.newCodeRegistry()))
            .complaints();

    assertThat(complaints)
        .hasSize(3)
        .anyMatch(it -> it.startsWith("Query.lag has no rule"))
        .anyMatch(it -> it.startsWith("Query.secret is for"))
        .anyMatch(it -> it.startsWith("Order.margin is not for everybody"));
  }

  private static JwtAuthenticationToken somebody(Role role) {
    return new JwtAuthenticationToken(
        Jwt.withTokenValue("t").header("alg", "none").subject("u1").build(),
        List.of(new SimpleGrantedAuthority("ROLE_" + role.wireName())));
  }

  private static GraphQLSchema ours() {
    try (var file =
        Objects.requireNonNull(
            FieldRulesTest.class.getResourceAsStream("/graphql/throughline.graphqls"))) {
      return schema(
          new String(file.readAllBytes(), StandardCharsets.UTF_8),
          GraphQLCodeRegistry.newCodeRegistry().defaultDataFetcher(_ -> MadeUp::value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GraphQLSchema schema(String sdl, GraphQLCodeRegistry.Builder code) {
    var types = new SchemaParser().parse(sdl);
    var wiring = RuntimeWiring.newRuntimeWiring().codeRegistry(code);
    types.scalars().values().stream()
        .filter(scalar -> Set.of("DateTime", "Date", "Decimal").contains(scalar.getName()))
        .forEach(scalar -> wiring.scalar(MadeUp.scalar(scalar.getName())));
    return new SchemaGenerator().makeExecutableSchema(types, wiring.build());
  }

  /** As Spring for GraphQL applies the guard. */
  private static GraphQLSchema guarded(GraphQLSchema schema) {
    var code = GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry());
    new SchemaTraverser()
        .depthFirstFullSchema(
            List.of(new Guarded()), schema, Map.of(GraphQLCodeRegistry.Builder.class, code));
    return schema.transformWithoutTypes(it -> it.codeRegistry(code.build()));
  }
}
