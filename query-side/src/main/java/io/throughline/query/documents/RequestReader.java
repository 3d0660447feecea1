package io.throughline.query.documents;

import io.throughline.query.platform.Refusal;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServletServerHttpRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a request with a query or with a {@code documentId}; what cannot be one is refused in words
 * later, so that it is answered like any other refusal.
 */
final class RequestReader implements HttpMessageConverter<SerializableGraphQlRequest> {
  static final String DOCUMENT_ID = "documentId";
  static final String REFUSED = RequestReader.class.getName() + ".refused";

  /** Stands for a document that is not known yet; nobody gets to see it. */
  static final String NONE = "#";

  private static final List<MediaType> JSON =
      List.of(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));

  private final JsonMapper json;
  private final int mostBytes;

  RequestReader(JsonMapper json, int mostBytes) {
    this.json = json;
    this.mostBytes = mostBytes;
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return type == SerializableGraphQlRequest.class
        && (mediaType == null || JSON.stream().anyMatch(it -> it.includes(mediaType)));
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  public List<MediaType> getSupportedMediaTypes() {
    return JSON;
  }

  @Override
  public SerializableGraphQlRequest read(
      Class<? extends SerializableGraphQlRequest> type, HttpInputMessage message)
      throws IOException {
    var bytes = message.getBody().readNBytes(mostBytes + 1);
    if (bytes.length > mostBytes) {
      return refused(
          message,
          "REQUEST_TOO_LARGE",
          "A request may have " + mostBytes + " bytes: ask for less at a time.");
    }
    try {
      var body = json.readTree(bytes);
      if (body.isArray()) {
        return refused(
            message,
            "BATCH_TOO_LARGE",
            "A request holds one operation: send several, or one with several fields.");
      }
      return body.isObject() ? request(message, body) : noRequest(message);
    } catch (JacksonException _) {
      return noRequest(message);
    }
  }

  private SerializableGraphQlRequest request(HttpInputMessage message, JsonNode body) {
    var query = body.path("query");
    var id = body.path(DOCUMENT_ID);
    var variables = body.path("variables");
    var operation = body.path("operationName");
    var isOne =
        isAbsentOr(query.isString(), query)
            && isAbsentOr(id.isString(), id)
            && isAbsentOr(variables.isObject(), variables)
            && isAbsentOr(operation.isString(), operation);
    if (!isOne || query.isString() == id.isString()) {
      return noRequest(message);
    }
    var request = new SerializableGraphQlRequest();
    request.setQuery(id.isString() || query.asString().isBlank() ? NONE : query.asString());
    if (operation.isString()) {
      request.setOperationName(operation.asString());
    }
    if (variables.isObject()) {
      request.setVariables(map(variables));
    }
    request.setExtensions(id.isString() ? Map.of(DOCUMENT_ID, id.asString()) : Map.of());
    return request;
  }

  private static boolean isAbsentOr(boolean right, JsonNode node) {
    return right || node.isMissingNode() || node.isNull();
  }

  @SuppressWarnings("unchecked") // it is an object
  private Map<String, @Nullable Object> map(JsonNode object) {
    return new HashMap<>(json.convertValue(object, Map.class));
  }

  private static SerializableGraphQlRequest noRequest(HttpInputMessage message) {
    return refused(
        message,
        "BAD_REQUEST",
        "The body must be JSON with either query or documentId, as text, and variables as an"
            + " object.");
  }

  private static SerializableGraphQlRequest refused(
      HttpInputMessage message, String code, String why) {
    if (message instanceof ServletServerHttpRequest http) {
      http.getServletRequest().setAttribute(REFUSED, new Refusal(code, why));
    }
    var request = new SerializableGraphQlRequest();
    request.setQuery(NONE);
    return request;
  }

  @Override
  public void write(
      SerializableGraphQlRequest request, @Nullable MediaType type, HttpOutputMessage message) {
    throw new UnsupportedOperationException("Requests are read only.");
  }
}
