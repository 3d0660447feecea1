package io.throughline.query.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.query.GeneratedPage;
import io.throughline.query.RunningQuerySide;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.JsonNode;

class TrustedDocumentsTest {
  private static final String QUERY = "{lag {slice}}";
  private static final Map<String, ?> ANYBODY = Map.of("roles", List.of("sales"));
  private static final Map<String, ?> SALESFORCE =
      Map.of("roles", List.of("sales"), "azp", "salesforce");

  private static final TrustedDocuments DOCUMENTS = new TrustedDocuments();
  private static final TrustedDocument WHY_STUCK =
      DOCUMENTS.find("x-name:WhyItWaits").orElseThrow();

  private static RunningQuerySide running;

  @BeforeAll
  static void start() throws Exception {
    running = RunningQuerySide.shared();
  }

  private static JsonNode ask(Map<String, ?> claims, Map<String, ?> body) throws Exception {
    return running.ask(RunningQuerySide.token(Instant.now().plusSeconds(60), "u1", claims), body);
  }

  private static String code(JsonNode answer) {
    return answer.path("errors").path(0).path("extensions").path("code").asString();
  }

  @Test
  void allOfThemFitTheSchema() {
    var schema = running.bean(GraphQlSource.class).schema();
    assertThat(DOCUMENTS.all()).isNotEmpty();
    assertThat(DocumentChecks.complaints(DOCUMENTS.all(), schema)).isEmpty();
  }

  @Test
  void oneThatDoesNotFitIsFound() {
    var schema = running.bean(GraphQlSource.class).schema();
    var complaints =
        DocumentChecks.complaints(
            List.of(
                new TrustedDocument("Mood", "# How are they?\nquery Mood {mood}"),
                new TrustedDocument(
                    "Two", "# Two.\nquery One {lag {slice}} query Two {lag {slice}}"),
                new TrustedDocument("Broken", "# Broken.\nquery Broken {")),
            schema);
    assertThat(complaints)
        .anyMatch(it -> it.startsWith("Mood.graphql: ") && it.contains("mood"))
        .anyMatch(it -> it.startsWith("Two.graphql must hold one operation"))
        .anyMatch(it -> it.startsWith("Broken.graphql: "));
  }

  @Test
  void thePageListsThem() throws IOException {
    var list = new StringBuilder("| document | for | id |\n|---|---|---|\n");
    for (var it : DOCUMENTS.all()) {
      list.append("| `%s` | %s | `%s` |\n".formatted(it.name(), it.purpose(), it.id()));
    }
    GeneratedPage.assertShows("trusted-documents.md", list.toString());
  }

  @Test
  void aDocumentIsAskedForByItsHashOrItsName() throws Exception {
    for (var id : List.of(WHY_STUCK.id(), "x-name:WhyItWaits")) {
      var answer = ask(SALESFORCE, Map.of("documentId", id, "variables", Map.of("id", "NONE")));
      assertThat(answer.has("errors")).as(id).isFalse();
      assertThat(answer.path("data").path("whyStuck").isNull()).isTrue();
    }
  }

  @Test
  void salesforcesClientMaySendNothingElse() throws Exception {
    assertThat(code(ask(SALESFORCE, Map.of("query", QUERY)))).isEqualTo("DOCUMENT_NOT_TRUSTED");
    assertThat(
            code(
                ask(
                    Map.of("roles", List.of("sales"), "client_id", "salesforce"),
                    Map.of("query", QUERY))))
        .isEqualTo("DOCUMENT_NOT_TRUSTED");
    var whole = Map.of("query", WHY_STUCK.text(), "variables", Map.of("id", "NONE"));
    assertThat(ask(SALESFORCE, whole).has("errors")).isFalse();
    assertThat(ask(ANYBODY, Map.of("query", QUERY)).has("errors")).isFalse();
  }

  @Test
  void aTrustedNameInFrontOfAnotherQueryIsNoWayRound() throws Exception {
    var both = Map.of("documentId", WHY_STUCK.id(), "query", QUERY);
    assertThat(code(ask(SALESFORCE, both))).isEqualTo("BAD_REQUEST");
    var inside = Map.of("query", QUERY, "extensions", Map.of("documentId", WHY_STUCK.id()));
    assertThat(code(ask(SALESFORCE, inside))).isEqualTo("DOCUMENT_NOT_TRUSTED");
  }

  @Test
  void whatIsNoRequestIsRefusedInWords() throws Exception {
    assertThat(code(ask(ANYBODY, Map.of("documentId", "sha256:00"))))
        .isEqualTo("DOCUMENT_NOT_FOUND");
    assertThat(code(ask(ANYBODY, Map.of()))).isEqualTo("BAD_REQUEST");
    assertThat(code(ask(ANYBODY, Map.of("query", 7)))).isEqualTo("BAD_REQUEST");
    assertThat(refusal("[{\"query\": \"{lag {slice}}\"}]")).isEqualTo("BATCH_TOO_LARGE");
    assertThat(refusal("{")).isEqualTo("BAD_REQUEST");
    assertThat(refusal("{\"query\": \"" + " ".repeat(70_000) + "\"}"))
        .isEqualTo("REQUEST_TOO_LARGE");
  }

  private static String refusal(String body) throws Exception {
    return code(running.send(body, RunningQuerySide.token(Instant.now().plusSeconds(60))));
  }
}
