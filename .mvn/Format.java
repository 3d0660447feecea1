import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks or applies google-java-format on every Java file of the repository; run by the build, in
 * the repository's root: {@code java -cp google-java-format-all-deps.jar .mvn/Format.java check}.
 */
class Format {
  private static final Formatter FORMATTER = new Formatter();

  public static void main(String[] arguments) throws IOException, FormatterException {
    var apply = arguments[0].equals("apply");
    var unformatted = new ArrayList<Path>();
    for (var file : javaFiles()) {
      var source = Files.readString(file);
      var formatted = FORMATTER.formatSourceAndFixImports(source);
      if (!formatted.equals(source)) {
        unformatted.add(file);
        if (apply) {
          Files.writeString(file, formatted);
        }
      }
    }
    if (!apply && !unformatted.isEmpty()) {
      unformatted.forEach(file -> System.err.println("Not formatted: " + file));
      System.err.println("Format with: ./mvnw -q -N -Pformat validate");
      System.exit(1);
    }
  }

  private static List<Path> javaFiles() throws IOException {
    try (var files = Files.walk(Path.of(""))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.startsWith(".mvn") || file.toString().contains("/src/"))
          .filter(file -> !file.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }
}
