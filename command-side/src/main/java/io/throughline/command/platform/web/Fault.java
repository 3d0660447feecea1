package io.throughline.command.platform.web;

import java.util.List;
import org.springframework.web.bind.MethodArgumentNotValidException;

/**
 * What is wrong in one place of a body.
 *
 * @param pointer a JSON pointer (RFC 6901): {@code /lines/0/quantity}
 * @param detail what it must be: {@code must be greater than 0}
 */
record Fault(String pointer, String detail) {

  static List<Fault> of(MethodArgumentNotValidException invalid) {
    return invalid.getBindingResult().getFieldErrors().stream()
        .map(
            error ->
                new Fault(pointer(error.getField()), String.valueOf(error.getDefaultMessage())))
        .toList();
  }

  String sentence() {
    return pointer + " " + detail + ".";
  }

  /** {@code lines[0].quantity} as a JSON pointer. */
  private static String pointer(String field) {
    return "/" + field.replace("[", "/").replace("]", "").replace('.', '/');
  }
}
