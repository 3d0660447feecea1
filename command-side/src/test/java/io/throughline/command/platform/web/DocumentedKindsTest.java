package io.throughline.command.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A problem's kind is part of the contract, so the page that people read names them all, and no
 * other.
 */
class DocumentedKindsTest {
  private static final Path PAGE = Path.of("../docs/command-api.md");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern EDGE_ROW = Pattern.compile("\\| `([a-z-]+)` \\| (\\d{3}) \\|");
  private static final Pattern REFUSAL_ROW = Pattern.compile("\\| `([a-z-]+)` \\| \\D");
  private static final Pattern REFUSAL =
      Pattern.compile("extends BusinessRefusal.*?super\\(\\s*\"([a-z-]+)\"", Pattern.DOTALL);

  @Test
  void theKindsOfTheEdgeAreDocumentedWithTheirStatus() throws IOException {
    var kinds =
        Arrays.stream(ProblemKind.values())
            .map(kind -> kind.wireName() + " " + kind.status().value());

    assertThat(rows(EDGE_ROW).map(row -> row.group(1) + " " + row.group(2)))
        .containsExactlyInAnyOrderElementsOf(kinds.toList());
  }

  @Test
  void theRefusalsOfTheAggregatesAreDocumented() throws IOException {
    assertThat(rows(REFUSAL_ROW).map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(refusals());
  }

  private static Stream<MatchResult> rows(Pattern row) throws IOException {
    var text = Files.readString(PAGE);
    var begin = text.indexOf("## Problems");
    return row.matcher(text.substring(begin, text.indexOf("\n## ", begin))).results();
  }

  /** Two aggregates may refuse for the same reason. */
  private static List<String> refusals() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      var kinds =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(DocumentedKindsTest::kindsIn)
              .distinct()
              .toList();
      assertThat(kinds).isNotEmpty();
      return kinds;
    }
  }

  private static Stream<String> kindsIn(Path file) {
    try {
      return REFUSAL.matcher(Files.readString(file)).results().map(found -> found.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
