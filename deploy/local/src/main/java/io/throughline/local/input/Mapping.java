package io.throughline.local.input;

import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * Which CSV files and columns give which fields. See docs/input.md.
 *
 * @param file where it was read, for messages
 */
public record Mapping(String file, char delimiter, Charset charset, Sections sections) {

  /**
   * @throws InputRefused if it cannot be read or is no mapping; the message names the line
   */
  public static Mapping read(Path file) {
    return MappingReader.read(file);
  }

  record Sections(Section customer, Section product, Section order, Section line) {}

  InputRefused refused(int line, String reason) {
    return new InputRefused(file + " line " + line + ": " + reason);
  }
}
