package io.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
  @TempDir Path data;

  @Test
  void whereNoQuerySideIsItSaysSoInOneLine() {
    var asked =
        Asked.of("replay", "orderlist", "--url", "http://localhost:1", "--data", data.toString());

    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.err().lines())
        .containsExactly(
            "throughline: No query side answers at http://localhost:1/: start one with"
                + " ./throughline up, or give its address with --url.");
  }

  @Test
  void whatDoesNotGoTogetherIsBadUsage() {
    var asked = Asked.of("replay", "orderlist", "--rollback", "--stop");

    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err().lines()).hasSize(1);
  }

  @Test
  void aSliceMustBeNamed() {
    assertThat(Asked.of("replay").exitCode()).isEqualTo(2);
  }
}
