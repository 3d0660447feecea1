package io.throughline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path directory;

  @Test
  void aSecondRunOnTheSameDataIsRefusedAndToldWhoseItIs() {
    try (var _ = DataDirectory.open(directory)) {
      assertThatThrownBy(() -> DataDirectory.open(directory))
          .isInstanceOf(LocalRunRefused.class)
          .hasMessage(
              "Another run (process "
                  + ProcessHandle.current().pid()
                  + ") uses "
                  + directory
                  + ": stop it, or give this one a directory of its own with --data.");
    }
  }

  @Test
  void anotherProcessIsRefusedToo() throws Exception {
    try (var _ = DataDirectory.open(directory)) {
      var other = Fork.start(HoldsDataDirectory.class, directory.toString());
      assertThat(other.waitFor()).isEqualTo(1);
      assertThat(new String(other.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void theNextRunMayHaveIt() {
    DataDirectory.open(directory).close();
    DataDirectory.open(directory).close();
  }

  @Test
  void clearingLeavesNothingButTheLock() throws Exception {
    try (var data = DataDirectory.open(directory)) {
      Files.createDirectories(data.kafka().resolve("topic-0"));
      Files.writeString(data.kafka().resolve("topic-0/log"), "x");
      data.clear();
      try (var left = Files.list(directory)) {
        assertThat(left).containsExactly(directory.resolve("run.lock"));
      }
    }
  }

  @Test
  void aFileInItsPlaceIsRefused() throws Exception {
    var file = Files.writeString(directory.resolve("file"), "x");
    assertThatThrownBy(() -> DataDirectory.open(file))
        .isInstanceOf(LocalRunRefused.class)
        .hasMessageContaining("cannot be used");
  }

  /** Started as a process of its own. */
  static final class HoldsDataDirectory {
    public static void main(String[] arguments) {
      DataDirectory.open(Path.of(arguments[0]));
    }
  }
}
