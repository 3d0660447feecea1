package io.throughline.command.platform.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * A body that could not be read, in the words of whoever sent it: fields and values, no classes of
 * ours.
 */
final class UnreadableBody {
  private static final int SHOWN = 60;

  private UnreadableBody() {}

  static ProblemDetail problem(HttpMessageNotReadableException unreadable) {
    return switch (unreadable.getCause()) {
      case DatabindException wrong -> misfit(wrong);
      case JacksonException broken ->
          malformed("The body is not valid JSON" + place(broken) + ": " + words(broken));
      case null, default -> malformed("A JSON body is needed.");
    };
  }

  private static ProblemDetail misfit(DatabindException wrong) {
    var fault = new Fault(pointer(wrong), detail(wrong));
    var problem = ProblemKind.INVALID.because(fault.sentence().strip());
    problem.setProperty("errors", List.of(fault));
    return problem;
  }

  private static String pointer(DatabindException wrong) {
    return wrong.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? String.valueOf(step.getIndex())
                    : step.getPropertyName())
        .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  private static String detail(DatabindException wrong) {
    return switch (wrong) {
      case UnrecognizedPropertyException unknown ->
          "is not known here; known are "
              + unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", "));
      case InvalidFormatException other ->
          "must be " + kind(other.getTargetType()) + ", not " + shown(other.getValue());
      case MismatchedInputException other -> "must be " + kind(other.getTargetType());
      default -> "is not what is expected here";
    };
  }

  private static String kind(Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(String::valueOf)
          .sorted()
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return switch (type.getSimpleName()) {
      case "int", "Integer", "long", "Long" -> "a whole number";
      case "BigDecimal" -> "a decimal number";
      case "boolean", "Boolean" -> "true or false";
      case "String" -> "a text";
      case "LocalDate" -> "a date such as 2026-03-31";
      case "Instant" -> "a time in UTC such as 2026-03-31T12:00:00Z";
      case "Currency" -> "a currency code such as USD";
      case "List", "ArrayList" -> "a list";
      default -> "an object";
    };
  }

  private static String shown(Object value) {
    var text = String.valueOf(value);
    return "\"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "\"";
  }

  private static ProblemDetail malformed(String detail) {
    return ProblemKind.MALFORMED.because(detail);
  }

  private static String place(JacksonException broken) {
    var at = broken.getLocation();
    return at == null || at.getLineNr() < 1
        ? ""
        : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static String words(JacksonException broken) {
    var words = broken.getOriginalMessage();
    return words == null || words.isBlank()
        ? "it ends too early."
        : words.strip() + (words.endsWith(".") ? "" : ".");
  }
}
