package io.throughline.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proofs that were handed out once are true for ever; whatever else is given gets one line. */
class VerifierTest {
  private static final Path GIVEN = Path.of("src/test/resources");
  private static final String KEY = GIVEN.resolve("pinned.pub").toString();

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "pinned-event.proof; Proven: event 42 of throughline-local is fulfilment.step-requested.v1",
        "pinned-growth.proof; Proven: from checkpoint 219 to checkpoint 365",
      })
  void whatWasProvenOnceIsProvenStill(String proof, String statement) {
    assertThat(run("--proof", GIVEN.resolve(proof).toString(), "--key", KEY)).isZero();
    assertThat(text(out)).startsWith(statement);
    assertThat(text(err)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "[]",
        "{\"format\":\"throughline-event-proof/1\",}",
        "{\"format\":\"throughline-growth-proof/1\",\"earlier\":1}",
        "{\"format\":\"throughline-growth-proof/1\",\"earlier\":\"\",\"later\":\"\",\"path\":[\"\"]}",
        "{\"format\":\"throughline-growth-proof/1\",\"earlier\":\"\\ud800\",\"later\":\"\",\"path\":[]}",
        "{\"format\":\"throughline-event-proof/1\",\"event\":{\"globalIndex\":99999999999999999999}}"
      })
  void whatIsNoProofIsRefusedInOneLine(String text) throws Exception {
    var file = Files.writeString(folder.resolve("proof"), text);
    assertThat(run("--proof", file.toString(), "--key", KEY)).isEqualTo(1);
    assertThat(text(err).lines())
        .singleElement()
        .asString()
        .startsWith("Refused: ")
        .doesNotContain("confuses");
    assertThat(text(out)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--pack",
        "--pack x",
        "--key x",
        "--pack x --proof y --key z",
        "--pack x --pack y --key z",
        "--pak x --key z",
        "x"
      })
  void badUsageIsNamed(String arguments) {
    assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(text(err).lines()).singleElement().asString().startsWith("verifier: ");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(run("--proof", "nowhere", "--key", KEY)).isEqualTo(1);
    assertThat(text(err)).isEqualTo("Refused: nowhere is not there.\n");
  }

  @Test
  void anotherKeyIsRefused() throws Exception {
    var key =
        Files.writeString(
            folder.resolve("key"),
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n");
    var proof = GIVEN.resolve("pinned-event.proof").toString();
    assertThat(run("--proof", proof, "--key", key.toString())).isEqualTo(1);
    assertThat(text(err)).contains("It is not signed by example.com/foo");
  }

  @Test
  void whatATerminalWouldObeyIsNotShown() {
    assertThat(Shown.text("a\u001b[31m\n\u202eb")).isEqualTo("a?[31m??b");
  }

  private int run(String... arguments) {
    return Verifier.run(
        arguments,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream written) {
    return written.toString(StandardCharsets.UTF_8);
  }
}
