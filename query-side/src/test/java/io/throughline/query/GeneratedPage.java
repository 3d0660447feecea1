package io.throughline.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a page in docs/ that follows from the code: between {@code <!-- generated -->} and
 * {@code <!-- end -->}. With {@code -Dthroughline.docs=write} it is written, else it must be right.
 */
public final class GeneratedPage {
  private static final String BEGIN = "<!-- generated -->\n";
  private static final String END = "<!-- end -->";

  private GeneratedPage() {}

  public static void assertShows(String page, String generated) throws IOException {
    var file = Path.of("../docs").resolve(page);
    var text = Files.readString(file);
    var begin = text.indexOf(BEGIN) + BEGIN.length();
    var end = text.indexOf(END);
    if ("write".equals(System.getProperty("throughline.docs"))) {
      Files.writeString(file, text.substring(0, begin) + generated + text.substring(end));
    } else {
      assertThat(text.substring(begin, end))
          .as("docs/%s is of yesterday: run this test with -Dthroughline.docs=write", page)
          .isEqualTo(generated);
    }
  }
}
