package io.throughline.query.sockets;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/** Spring's handler, with sockets that count what they have sent and know when they must end. */
class Sockets extends GraphQlWebSocketHandler {
  /** As graphql-transport-ws has it for whoever is not, or no longer, known. */
  static final CloseStatus UNAUTHORIZED =
      new CloseStatus(4401, "The token has ended: connect again with a new one.");

  /** 1013 of the IANA's registry: try again later. */
  static final CloseStatus TOO_SLOW =
      CloseStatus.SERVICE_OVERLOAD.withReason("What was sent is not taken: connect again.");

  private static final Logger log = LoggerFactory.getLogger(Sockets.class);

  private final Map<String, Counting> open = new ConcurrentHashMap<>();

  Sockets(
      WebGraphQlHandler handler,
      HttpMessageConverter<Object> converter,
      Duration initTimeout,
      Duration keepAlive) {
    super(handler, converter, initTimeout, keepAlive);
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    var counting = new Counting(session);
    open.put(session.getId(), counting);
    session.getAttributes().put(Outbox.KEY, counting.outbox);
    super.afterConnectionEstablished(counting);
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
    super.handleTextMessage(open.getOrDefault(session.getId(), new Counting(session)), message);
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    open.remove(session.getId());
    super.afterConnectionClosed(session, status);
  }

  /** Closes those whose tokens have ended (wall time). */
  void closeEnded(Instant now) {
    for (var socket : open.values()) {
      if (socket.getAttributes().get(Door.UNTIL) instanceof Instant until && now.isAfter(until)) {
        end(socket, UNAUTHORIZED);
      }
    }
  }

  /** On a thread of its own: whoever does not read keeps the goodbye waiting, too. */
  private static void end(WebSocketSession session, CloseStatus status) {
    Thread.startVirtualThread(
        () -> {
          try {
            session.close(status);
          } catch (IOException e) {
            log.debug("A socket was closed already: {}", e.getMessage());
          }
        });
  }

  private static final class Counting extends WebSocketSessionDecorator {
    private final Outbox outbox;

    Counting(WebSocketSession session) {
      super(session);
      this.outbox =
          new Outbox() {
            @Override
            public void dropSlowClient() {
              end(session, TOO_SLOW);
            }
          };
    }

    @Override
    public void sendMessage(WebSocketMessage<?> message) throws IOException {
      super.sendMessage(message);
      if (message.getPayload() instanceof String text && isOfASubscription(text)) {
        outbox.sent();
      }
    }

    private static boolean isOfASubscription(String text) {
      return text.contains("\"type\":\"next\"") || text.contains("\"type\":\"error\"");
    }
  }
}
