package io.throughline.command.intents;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.throughline.command.eventstore.AlreadyAnswered;
import io.throughline.command.eventstore.CommandKey;
import io.throughline.command.eventstore.EventStoreOverloaded;
import io.throughline.command.eventstore.KeptAnswer;
import io.throughline.command.eventstore.KeptAnswers;
import io.throughline.command.eventstore.PendingAnswer;
import io.throughline.command.intents.Decision.Refused;
import io.throughline.command.intents.Decision.Taken;
import io.throughline.command.intents.Decision.Unclear;
import io.throughline.command.platform.BusinessRefusal;
import io.throughline.command.platform.NotKnown;
import io.throughline.command.privacy.KeyVault;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.MetadataKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Decides intents. An intent's id is its command's idempotency key, stored with the command's
 * events: however often one comes, and to whichever node, it has its effect once and is answered
 * the same.
 */
@Component
public class IntentDesk {
  private static final Logger log = LoggerFactory.getLogger(IntentDesk.class);
  private static final int TAKEN = 202;
  private static final int REFUSED = 409;

  private final Map<String, IntentKind> kinds;
  private final IntentBody body;
  private final KeptAnswers answers;
  private final CommandGateway commands;
  private final KeyVault vault;
  private final BusinessClock clock;

  IntentDesk(
      List<IntentKind> kinds,
      IntentBody body,
      KeptAnswers answers,
      CommandGateway commands,
      KeyVault vault,
      BusinessClock clock) {
    this.kinds = kinds.stream().collect(toUnmodifiableMap(IntentKind::name, Function.identity()));
    this.body = body;
    this.answers = answers;
    this.commands = commands;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Returns when it is known whether the command is durable, or that this cannot be known now.
   *
   * @param channel through which the intent came, {@code salesforce}: ids are its own
   */
  public Decision decide(String channel, Intent intent) {
    try {
      var key = new CommandKey(channel, intent.id());
      var fingerprint = fingerprint(intent);
      var first = answers.find(key);
      return first.isPresent()
          ? repeated(first.get(), fingerprint)
          : perform(channel, key, fingerprint, intent);
    } catch (NotKnown no) {
      return new Refused(said(no));
    } catch (IllegalArgumentException no) {
      return isOurWord(no) ? new Refused(said(no)) : unclear(intent, no);
    } catch (RuntimeException e) {
      return unclear(intent, e);
    }
  }

  /** Ids, money and commands say themselves what they cannot be; others' complaints are defects. */
  private static boolean isOurWord(IllegalArgumentException no) {
    var origin = no.getStackTrace();
    return origin.length > 0 && origin[0].getClassName().startsWith("io.throughline.");
  }

  private Decision perform(String channel, CommandKey key, String fingerprint, Intent intent) {
    var kind = kinds.get(intent.kind());
    if (kind == null) {
      throw new IllegalArgumentException(
          "The kind is one of "
              + String.join(", ", new TreeSet<>(kinds.keySet()))
              + ", not '"
              + intent.kind()
              + "'.");
    }
    var command = kind.command(new OrderId(intent.orderNumber()), intent, body, clock.instant());
    var answer = answer(key, fingerprint, TAKEN, "");
    var pending = new PendingAnswer(answer);
    try {
      commands.sendAndWait(
          new GenericCommandMessage<>(
              command,
              Map.of(
                  PendingAnswer.METADATA,
                  pending,
                  MetadataKeys.ACTOR,
                  intent.actor(),
                  MetadataKeys.SOURCE,
                  channel)));
      return pending.isKept() ? new Taken() : keep(answer);
    } catch (AlreadyAnswered e) {
      return repeated(e.first(), fingerprint);
    } catch (CommandExecutionException e) {
      return e.getCause() instanceof RuntimeException cause
          ? refusal(key, fingerprint, cause)
          : refusal(key, fingerprint, e);
    } catch (BusinessRefusal e) {
      return refusal(key, fingerprint, e);
    }
  }

  private Decision refusal(CommandKey key, String fingerprint, RuntimeException cause) {
    if (cause instanceof AlreadyAnswered e) {
      return repeated(e.first(), fingerprint);
    }
    if (cause instanceof BusinessRefusal refusal) {
      return keep(answer(key, fingerprint, REFUSED, said(refusal)));
    }
    throw cause;
  }

  /** Of a command that changed nothing. */
  private Decision keep(KeptAnswer answer) {
    try {
      answers.keep(answer);
      return decided(answer);
    } catch (AlreadyAnswered e) {
      return repeated(e.first(), answer.fingerprint());
    }
  }

  private static Decision repeated(KeptAnswer first, String fingerprint) {
    return first.fingerprint().equals(fingerprint)
        ? decided(first)
        : new Refused("This intent's id was used for another intent: take a new one.");
  }

  private static Decision decided(KeptAnswer answer) {
    return answer.status() == TAKEN
        ? new Taken()
        : new Refused(new String(answer.body(), StandardCharsets.UTF_8));
  }

  private static KeptAnswer answer(CommandKey key, String fingerprint, int status, String reason) {
    return new KeptAnswer(
        key,
        fingerprint,
        status,
        null,
        "text/plain",
        reason.getBytes(StandardCharsets.UTF_8),
        Instant.now());
  }

  private String fingerprint(Intent intent) {
    var text = String.join("\n", intent.kind(), intent.orderNumber(), intent.body());
    return HexFormat.of().formatHex(vault.fingerprint(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Decision unclear(Intent intent, RuntimeException e) {
    switch (e) {
      case EventStoreOverloaded _, ConcurrencyException _ ->
          log.debug("The intent {} is decided again", intent.id(), e);
      case EventStoreException _, DataAccessException _ ->
          log.warn("Whether the intent {} was taken is not known: {}", intent.id(), said(e));
      default -> log.error("The intent {} failed for a reason nobody foresaw", intent.id(), e);
    }
    return new Unclear(said(e));
  }

  private static String said(RuntimeException e) {
    return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
  }
}
