package io.throughline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point to is there. */
class DocumentationTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  @Test
  void everyLinkLeadsSomewhere() {
    assertThat(documents())
        .allSatisfy(
            document ->
                LINK.matcher(read(document))
                    .results()
                    .map(link -> document.resolveSibling(link.group(1)))
                    .forEach(target -> assertThat(target).exists()));
  }

  @Test
  void everyTestOfTheFlowExists() {
    assertThatTestsExist("docs/flow.md", 30);
  }

  @Test
  void everyStoryIsTold() {
    assertThatTestsExist("docs/stories.md", 20);
  }

  private static void assertThatTestsExist(String document, int moreThan) {
    var tests = tests();
    var named = TEST.matcher(read(ROOT.resolve(document))).results().toList();

    assertThat(named)
        .hasSizeGreaterThan(moreThan)
        .allSatisfy(
            test -> {
              assertThat(tests).containsKey(test.group(1));
              assertThat(tests.get(test.group(1))).contains("void " + test.group(2) + "(");
            });
  }

  private static List<Path> documents() {
    var documents = files(ROOT.resolve("docs"), ".md");
    return Stream.concat(Stream.of(ROOT.resolve("README.md")), documents.stream()).toList();
  }

  /** The source of every test, by its class's simple name. */
  private static Map<String, String> tests() {
    return Stream.of(
            "shared-kernel",
            "command-side",
            "query-side",
            "deploy/local",
            "deploy/bench",
            "deploy/cli")
        .flatMap(
            module -> files(ROOT.resolve(module).resolve("src/test/java"), "Test.java").stream())
        .collect(
            Collectors.toMap(
                file -> file.getFileName().toString().replace(".java", ""),
                DocumentationTest::read,
                String::concat));
  }

  private static List<Path> files(Path folder, String ending) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
