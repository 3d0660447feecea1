package io.throughline.simulators.netsuite;

import io.throughline.simulators.Reply;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An error as NetSuite's REST service words it. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String CONTENT_TYPE = "application/vnd.oracle.resource+json; type=error";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int status;
  private final String title;
  private final String code;
  private final String path;

  Problem(int status, String title, String code, String path, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.code = code;
    this.path = path;
  }

  static Problem invalid(String path, String detail) {
    return new Problem(400, "Bad Request", "USER_ERROR", path, detail);
  }

  static Problem duplicate(String externalId) {
    return new Problem(
        400,
        "Bad Request",
        "DUP_RCRD",
        "externalId",
        "A record with the external id " + externalId + " already exists.");
  }

  static Problem sameCustomer() {
    return new Problem(
        400,
        "Bad Request",
        "UNIQUE_CUST_ID_REQD",
        "companyName",
        "A customer record with this ID already exists. You must enter a unique customer ID for"
            + " each record you create.");
  }

  static Problem unknown(String what) {
    return new Problem(
        404,
        "Not Found",
        "NONEXISTENT_ID",
        "",
        "The record instance does not exist: " + what + ".");
  }

  static Problem notAllowed(String what) {
    return new Problem(
        405, "Method Not Allowed", "METHOD_NOT_ALLOWED", "", what + " is not supported.");
  }

  static Problem broken() {
    return new Problem(
        500, "Internal Server Error", "UNEXPECTED_ERROR", "", "An unexpected error occurred.");
  }

  static Problem unauthorized(String detail) {
    return new Problem(401, "Unauthorized", "INVALID_LOGIN", "", detail);
  }

  static Problem tooMany() {
    return new Problem(
        429,
        "Too Many Requests",
        "CONCURRENCY_LIMIT_EXCEEDED",
        "",
        "The account's concurrent request limit is exceeded.");
  }

  static Problem sameKey() {
    return new Problem(
        400,
        "Conflict",
        "IDEMPOTENCY_ERROR",
        "",
        "A request with this idempotency key was submitted before; see the Location header.");
  }

  static Problem query(String detail) {
    return new Problem(400, "Bad Request", "INVALID_PARAMETER", "q", detail);
  }

  /** As a problem document in NetSuite's form. */
  Reply reply() {
    return reply(status == 429 ? Map.of("Retry-After", "1") : Map.of());
  }

  Reply reply(Map<String, String> headers) {
    var body = JSON.createObjectNode();
    body.put("type", "https://www.rfc-editor.org/rfc/rfc9110.html#section-15");
    body.put("title", title).put("status", status);
    var detail = body.putArray("o:errorDetails").addObject();
    detail.put("detail", getMessage()).put("o:errorCode", code);
    if (!path.isEmpty()) {
      detail.put("o:errorPath", path);
    }
    return new Reply(status, headers, CONTENT_TYPE, body.toString());
  }
}
