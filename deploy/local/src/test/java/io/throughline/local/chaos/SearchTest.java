package io.throughline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final String WORD = "Oblivion";

  @TempDir Path folder;

  private Path file(long size, long at, String text) throws IOException {
    var path = folder.resolve("file");
    try (var file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(size);
      file.seek(at);
      file.writeBytes(text);
    }
    return path;
  }

  /** In and around the borders of the parts in which a file is read. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, (1 << 20) - 9, (1 << 20) - 8, (1 << 20) - 7, (1 << 20) - 1, 1 << 20})
  void aWordIsFoundWhereverItStands(long at) throws IOException {
    assertThat(Search.finds(WORD, file(3 << 20, at, WORD))).isTrue();
    assertThat(Search.finds(WORD, file(3 << 20, at, "Oblivio2"))).isFalse();
  }

  @Test
  void aFileMayBeLargerThanMemory() throws IOException {
    var size = 2_200_000_000L;

    assertThat(Search.finds(WORD, file(size, size - WORD.length(), WORD))).isTrue();
  }
}
