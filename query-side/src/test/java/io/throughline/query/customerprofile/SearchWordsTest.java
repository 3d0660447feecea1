package io.throughline.query.customerprofile;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.query.History;
import io.throughline.query.RunningQuerySide;
import io.throughline.query.projection.Feed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How customers are found. */
class SearchWordsTest {
  private static final CustomerProfileProjection FOLD = new CustomerProfileProjection();

  private static RunningQuerySide running;

  @BeforeAll
  static void feed() throws Exception {
    running = RunningQuerySide.shared();
    var feed = new Feed();
    feed.add(History.of("X", "FIND-1").registered("Müller & Söhne Feinmechanik", "fay"));
    feed.add(History.of("X", "FIND-2").registered("Mueller Feinkost", "fay"));
    feed.add(History.of("X", "FIND-3").registered("Feinmechanik Nord", "gus"));
    feed.into(running.slices().of(FOLD), FOLD);
  }

  private static List<String> found(String user, String search) throws Exception {
    return search(user, search).findValuesAsString("customerId");
  }

  private static JsonNode search(String user, String search) throws Exception {
    var token =
        RunningQuerySide.token(
            Instant.now().plusSeconds(60), user, Map.of("roles", List.of("sales")));
    return running.ask(
        token,
        Map.of(
            "query",
            "query($s: String) {customers(search: $s) {totalCount edges {node {customerId}}}}",
            "variables",
            Map.of("s", search)));
  }

  @Test
  void everyWordMustBeginAWordOfTheNameOrANumber() throws Exception {
    assertThat(found("fay", "fein")).containsExactly("FIND-1", "FIND-2");
    assertThat(found("fay", "MULLER mech")).isEmpty();
    assertThat(found("fay", "feinm Müll")).containsExactly("FIND-1");
    assertThat(found("fay", "find-2")).containsExactly("FIND-2");
    assertThat(found("fay", "kost")).isEmpty();
    assertThat(found("fay", "")).containsExactly("FIND-1", "FIND-2");
  }

  @Test
  void othersAccountsAreNotFound() throws Exception {
    assertThat(found("gus", "fein")).containsExactly("FIND-3");
    assertThat(search("gus", "find-1").path("data").path("customers").path("totalCount").asInt())
        .isZero();
  }

  @Test
  void aSearchWithoutALetterSaysWhatToDo() throws Exception {
    assertThat(search("fay", " & ").toString()).contains("BAD_USER_INPUT").contains("a letter");
  }

  @Test
  void whoeverIsErasedIsFoundByNumberOnly() {
    var id = new CustomerId("FIND-9");
    var known = FOLD.evolve(null, History.of("X", "FIND-9").registered("Unusual Name", "fay"));
    assertThat(SearchWords.beginnings(known)).contains("unus", "find", "9");

    var erased = FOLD.evolve(known, new CustomerErased(id, History.AT));
    assertThat(SearchWords.beginnings(erased)).contains("find", "9");
    assertThat(SearchWords.beginnings(erased)).noneMatch(it -> it.startsWith("u"));
    assertThat(SearchWords.beginnings(erased)).noneMatch(it -> it.startsWith("e"));
  }
}
