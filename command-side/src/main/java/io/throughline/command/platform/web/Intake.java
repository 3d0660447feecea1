package io.throughline.command.platform.web;

import io.throughline.command.eventstore.AlreadyAnswered;
import io.throughline.command.eventstore.PendingAnswer;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an endpoint sends a command: together with the answer, which becomes durable in the same
 * transaction as the command's events.
 */
@Component
public class Intake {
  private final CommandGateway commands;
  private final JsonMapper json;

  Intake(CommandGateway commands, JsonMapper json) {
    this.commands = commands;
    this.json = json;
  }

  /**
   * Returns when the command is durable.
   *
   * @param answer what the caller is told then, and told again if the request is repeated
   */
  public <T> ResponseEntity<T> accept(Object command, ResponseEntity<T> answer) {
    var inHand = RequestInHand.CURRENT.get();
    var pending = pending(inHand, answer);
    inHand.pending(pending);
    try {
      commands.sendAndWait(
          new GenericCommandMessage<>(command, Map.of(PendingAnswer.METADATA, pending)));
    } catch (AlreadyAnswered e) {
      inHand.answeredBefore(e.first());
    }
    return answer;
  }

  private PendingAnswer pending(RequestInHand inHand, ResponseEntity<?> answer) {
    return new PendingAnswer(
        inHand.answer(
            answer.getStatusCode().value(),
            answer.getHeaders().getFirst(HttpHeaders.LOCATION),
            MediaType.APPLICATION_JSON_VALUE,
            json.writeValueAsBytes(Objects.requireNonNull(answer.getBody()))));
  }
}
