package io.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThroughlineTest {

  @Test
  void helpListsWhatThereIs() {
    var asked = Asked.of("--help");
    assertThat(asked.exitCode()).isZero();
    assertThat(asked.out()).contains("token");
  }

  @Test
  void noCommandIsBadUsage() {
    var asked = Asked.of();
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err().lines())
        .containsExactly("throughline: Name a command. See throughline --help.");
  }

  @Test
  void anUnknownOptionIsBadUsageInOneLine() {
    var asked = Asked.of("token", "--roll", "sales");
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err().lines()).hasSize(1);
  }
}
