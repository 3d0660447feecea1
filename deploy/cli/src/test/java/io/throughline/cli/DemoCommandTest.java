package io.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is badly asked is refused in one line before anything starts. */
class DemoCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--orders 2; --orders must be at least 3, not 2.",
        "--faults 1.5; --faults must be between 0 and 0.9, not 1.5.",
        "--clock-rate 0; --clock-rate must be between 1 and 1000000, not 0.0.",
        "--input x; --input and --mapping go together.",
        "--orders 5 --input x --mapping y; --orders is for the demo's own orders, not for --input.",
        "--orders many; Invalid value for option '--orders': 'many' is not an int.",
      })
  void badUsageIsNamed(String options, String message) {
    var asked = Asked.of(("demo --data " + folder.resolve("data") + " " + options).split(" "));
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err().lines())
        .containsExactly("throughline: " + message + " See throughline demo --help.");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void aMappingThatIsWrongIsBadUsageToo() throws Exception {
    var mapping = Files.writeString(folder.resolve("m.yaml"), "customer: [");
    var asked =
        Asked.of(
            "demo",
            "--data",
            folder.resolve("data").toString(),
            "--input",
            folder.toString(),
            "--mapping",
            mapping.toString());
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err().lines())
        .singleElement()
        .asString()
        .startsWith("throughline: m.yaml line 1: this is no YAML");
    assertThat(folder.resolve("data")).doesNotExist();
  }
}
