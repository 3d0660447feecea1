package io.throughline.query;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of graphql-transport-ws. */
public final class Socket implements WebSocket.Listener, AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final WebSocket socket;

  private Socket(URI address) {
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("graphql-transport-ws")
            .buildAsync(address, this)
            .join();
  }

  /** Opened, and nothing said yet. */
  public static Socket open(URI address) {
    return new Socket(address);
  }

  /** Opened by somebody with a token. */
  public static Socket open(URI address, String token) throws InterruptedException {
    var socket = new Socket(address);
    socket.send(
        Map.of("type", "connection_init", "payload", Map.of("Authorization", "Bearer " + token)));
    socket.await("connection_ack");
    return socket;
  }

  public void send(Map<String, ?> message) {
    socket.sendText(JSON.writeValueAsString(message), true).join();
  }

  public void subscribe(String id, Map<String, ?> payload) {
    send(Map.of("type", "subscribe", "id", id, "payload", payload));
  }

  /** The next message of a type; others are passed over. */
  public JsonNode await(String type) throws InterruptedException {
    while (true) {
      var message = received.poll(20, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("Nothing of the type " + type + " came.");
      }
      if (message.path("type").asString().equals(type)) {
        return message;
      }
    }
  }

  /** How many messages have come and were not asked for. */
  public int waiting() {
    return received.size();
  }

  /** With which code the server closed it. */
  public int awaitClose() throws Exception {
    return closed.get(20, TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      received.add(JSON.readTree(text.toString()));
      text.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable why) {
    closed.completeExceptionally(why);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
