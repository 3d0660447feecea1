package io.throughline.simulators.netsuite;

/** An error as NetSuite's REST service words it. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final int status;
  final String title;
  final String code;
  final String path;

  private Problem(int status, String title, String code, String path, String detail) {
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

  static Problem unknown(String what) {
    return new Problem(
        404,
        "Not Found",
        "NONEXISTENT_ID",
        "",
        "The record instance does not exist: " + what + ".");
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

  static Problem query(String detail) {
    return new Problem(400, "Bad Request", "INVALID_PARAMETER", "q", detail);
  }
}
