package io.throughline.command.platform.web;

import io.throughline.command.eventstore.CommandKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;

/**
 * The caller's id for one request (IETF draft-ietf-httpapi-idempotency-key-header-07): a string in
 * double quotes as structured fields write it (RFC 9651). The same without quotes is taken too, for
 * many clients send it so; {@code "a"} and {@code a} are one key.
 */
final class IdempotencyKey {
  static final String HEADER = "Idempotency-Key";

  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,200})\"");
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,200}");

  private IdempotencyKey() {}

  /**
   * @param actor whose key it is: two callers may use the same one
   * @throws org.springframework.web.ErrorResponseException if the header is missing, there twice,
   *     or of another form
   */
  static CommandKey of(HttpServletRequest request, String actor) {
    var given = Collections.list(request.getHeaders(HEADER));
    if (given.isEmpty()) {
      throw ProblemKind.IDEMPOTENCY_KEY_MISSING.thrown(
          "Send the header Idempotency-Key with an id of your own for this request, and the same"
              + " one when you repeat it.");
    }
    var header = given.getFirst().strip();
    var quoted = QUOTED.matcher(header);
    if (given.size() == 1 && quoted.matches()) {
      return new CommandKey(actor, quoted.group(1).replaceAll("\\\\(.)", "$1"));
    }
    if (given.size() == 1 && BARE.matcher(header).matches()) {
      return new CommandKey(actor, header);
    }
    throw ProblemKind.IDEMPOTENCY_KEY_INVALID.thrown(
        "An Idempotency-Key is one string of 1 to 200 ASCII characters in double quotes:"
            + " \"order-4711\".");
  }
}
