package io.throughline.query.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.throughline.query.platform.BadInput;
import io.throughline.query.platform.CommandSide;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Over real HTTP, with an answer as the command side writes it. */
class BudgetQueriesTest {
  private static final String ANSWER =
      """
      [{"account": "netsuite", "permits": 15, "allowed": 7, "leased": 7, "pauseSeconds": 2,
        "throttled": 3, "breaker": "closed", "maintenanceUntil": "2026-12-06T02:00:00Z",
        "lanes": [{"lane": "workflow", "inUse": 6, "waiting": 40, "held": 12}]}]
      """;

  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private HttpServer commandSide;

  @BeforeEach
  void start() throws IOException {
    commandSide = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    commandSide.createContext(
        "/api/v1/operations/budgets",
        exchange -> {
          try (exchange) {
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            var body = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    commandSide.start();
    var token = Jwt.withTokenValue("t-1").header("alg", "none").claim("sub", "u1").build();
    SecurityContextHolder.getContext()
        .setAuthentication(
            new JwtAuthenticationToken(
                token, AuthorityUtils.createAuthorityList("ROLE_operations")));
  }

  @AfterEach
  void stop() {
    SecurityContextHolder.clearContext();
    commandSide.stop(0);
  }

  @Test
  void theBudgetsAreReadInTheNameOfWhoeverAsks() {
    var port = commandSide.getAddress().getPort();
    var budgets =
        new BudgetQueries(new CommandSide(URI.create("http://localhost:" + port))).budgets();

    assertThat(tokens).containsExactly("Bearer t-1");
    assertThat(budgets)
        .containsExactly(
            new AccountBudget(
                "netsuite",
                15,
                7,
                7,
                2,
                3,
                "closed",
                Instant.parse("2026-12-06T02:00:00Z"),
                List.of(new AccountBudget.LaneUse("workflow", 6, 40, 12))));
  }

  @Test
  void whoeverCannotBeAskedIsSaidToBeUnknown() {
    var queries = new BudgetQueries(new CommandSide(URI.create("http://localhost:1")));

    assertThatThrownBy(queries::budgets).isInstanceOf(BadInput.class).hasMessageContaining("later");
  }
}
