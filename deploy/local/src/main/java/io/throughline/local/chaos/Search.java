package io.throughline.local.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks for a word in files of any size and kind. */
final class Search {
  private static final int PART = 1 << 20;

  private Search() {}

  /**
   * @param word in ASCII
   */
  static boolean finds(String word, Path file) throws IOException {
    var part = new byte[PART];
    var kept = 0;
    try (var bytes = Files.newInputStream(file)) {
      for (var read = bytes.readNBytes(part, kept, PART - kept);
          read > 0;
          read = bytes.readNBytes(part, kept, PART - kept)) {
        var end = kept + read;
        if (new String(part, 0, end, StandardCharsets.ISO_8859_1).contains(word)) {
          return true;
        }
        kept = Math.min(end, word.length() - 1); // it may begin here and end in the next part
        System.arraycopy(part, end - kept, part, 0, kept);
      }
    }
    return false;
  }
}
