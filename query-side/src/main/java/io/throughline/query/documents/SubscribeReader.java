package io.throughline.query.documents;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.support.GraphQlWebSocketMessage;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes a socket's messages; one that subscribes may name a document. */
public final class SubscribeReader implements HttpMessageConverter<Object> {
  private final JacksonJsonHttpMessageConverter json;

  public SubscribeReader(JsonMapper json) {
    this.json = new JacksonJsonHttpMessageConverter(json);
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return json.canRead(type, mediaType);
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return json.canWrite(type, mediaType);
  }

  @Override
  public List<MediaType> getSupportedMediaTypes() {
    return json.getSupportedMediaTypes();
  }

  @Override
  public Object read(Class<?> type, HttpInputMessage message) throws IOException {
    var read = json.read(type, message);
    if (read instanceof GraphQlWebSocketMessage it
        && it.getPayload() instanceof Map<?, ?> payload) {
      it.setPayload(prepared(payload));
    }
    return read;
  }

  /** Whoever sends both, or neither as text, gets what an empty document gets. */
  private static Map<String, @Nullable Object> prepared(Map<?, ?> payload) {
    var prepared = new HashMap<String, @Nullable Object>();
    payload.forEach((name, value) -> prepared.put(String.valueOf(name), value));
    var extensions = new HashMap<String, @Nullable Object>();
    if (prepared.get("extensions") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> extensions.put(String.valueOf(name), value));
    }
    extensions.remove(RequestReader.DOCUMENT_ID);
    if (prepared.remove(RequestReader.DOCUMENT_ID) instanceof String id
        && prepared.put("query", RequestReader.NONE) == null) {
      extensions.put(RequestReader.DOCUMENT_ID, id);
    }
    prepared.put("extensions", extensions);
    return prepared;
  }

  @Override
  public void write(Object message, @Nullable MediaType type, HttpOutputMessage output)
      throws IOException {
    json.write(message, type, output);
  }
}
