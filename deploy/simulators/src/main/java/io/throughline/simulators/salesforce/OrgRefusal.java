package io.throughline.simulators.salesforce;

import io.throughline.simulators.Reply;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the org will not do, in its own words and codes. */
final class OrgRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int status;
  private final String code;
  private final String field;

  private OrgRefusal(int status, String code, String message) {
    this(status, code, message, "");
  }

  /**
   * @param field which it is about; empty: none
   */
  private OrgRefusal(int status, String code, String message, String field) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.field = field;
  }

  static OrgRefusal notFound(String message) {
    return new OrgRefusal(404, "NOT_FOUND", message);
  }

  static OrgRefusal query(String message) {
    return new OrgRefusal(400, "MALFORMED_QUERY", message);
  }

  static OrgRefusal json(String message) {
    return new OrgRefusal(400, "JSON_PARSER_ERROR", message);
  }

  static OrgRefusal field(String type, String field) {
    return new OrgRefusal(
        400, "INVALID_FIELD", "No such column '" + field + "' on sobject of type " + type);
  }

  static OrgRefusal rule(String message) {
    return new OrgRefusal(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", message);
  }

  static OrgRefusal missing(String field) {
    return new OrgRefusal(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: " + field);
  }

  static OrgRefusal tooLong(String field, String value, int most) {
    return new OrgRefusal(
        400,
        "STRING_TOO_LONG",
        field + ": data value too large: " + value + " (max length=" + most + ")",
        field);
  }

  static OrgRefusal deleted() {
    return new OrgRefusal(404, "ENTITY_IS_DELETED", "entity is deleted");
  }

  static OrgRefusal modified() {
    return new OrgRefusal(
        412, "PRECONDITION_FAILED", "The record has been modified since the given date");
  }

  static OrgRefusal date(String header) {
    return new OrgRefusal(400, "INVALID_HEADER", header + " is not a date of HTTP");
  }

  static OrgRefusal locked() {
    return new OrgRefusal(
        400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record");
  }

  static OrgRefusal limit(String message) {
    return new OrgRefusal(400, "LIMIT_EXCEEDED", message);
  }

  static OrgRefusal session() {
    return new OrgRefusal(401, "INVALID_SESSION_ID", "Session expired or invalid");
  }

  static OrgRefusal requests() {
    return new OrgRefusal(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
  }

  static OrgRefusal busy() {
    return new OrgRefusal(
        503, "SERVER_UNAVAILABLE", "Too many requests: the server is busy, try again later");
  }

  static OrgRefusal broken() {
    return new OrgRefusal(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred");
  }

  int status() {
    return status;
  }

  /** As REST answers: a list of one. */
  Reply reply() {
    var errors = JSON.createArrayNode();
    var error = errors.addObject().put("message", getMessage()).put("errorCode", code);
    fieldsInto(error);
    return Reply.json(status, errors.toString());
  }

  /** As a record's result within an answer that is itself a success. */
  ObjectNode result() {
    var result = JSON.createObjectNode().put("success", false);
    var error = result.putArray("errors").addObject();
    fieldsInto(error.put("statusCode", code).put("message", getMessage()));
    return result;
  }

  private void fieldsInto(ObjectNode error) {
    var fields = error.putArray("fields");
    if (!field.isEmpty()) {
      fields.add(field);
    }
  }
}
