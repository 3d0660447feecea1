package io.throughline.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CpuTest {

  /** A server's workers come and go in the middle of a round. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void whatAProcessHadCountsAfterItHasEnded() throws IOException {
    var work = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";
    var parent = new ProcessBuilder("sh", "-c", "(" + work + "); echo ended; read line").start();
    try (var said = parent.inputReader()) {
      assertThat(said.readLine()).isEqualTo("ended");

      assertThat(parent.children()).isEmpty();
      assertThat(Cpu.ofFamily(parent.toHandle())).isGreaterThan(Duration.ofMillis(50));
    } finally {
      parent.destroyForcibly();
    }
  }
}
