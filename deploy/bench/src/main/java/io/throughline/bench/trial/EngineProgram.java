package io.throughline.bench.trial;

import io.throughline.command.eventstore.AlreadyAnswered;
import io.throughline.command.eventstore.CommandKey;
import io.throughline.command.eventstore.KeptAnswer;
import io.throughline.command.eventstore.LogNode;
import io.throughline.command.eventstore.notary.CheckpointFolder;
import io.throughline.command.eventstore.notary.CheckpointPlace;
import io.throughline.command.eventstore.notary.Notary;
import io.throughline.command.eventstore.notary.NotaryRefuses;
import io.throughline.command.eventstore.notary.StoredLog;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.OrderEvent.OrderShipped;
import io.throughline.kernel.format.EventFormat;
import io.throughline.kernel.proof.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Nothing but the engine and the notary, appending and signing until it is killed. It prints {@code
 * S key} before it sends a command and {@code A key flushed} when the command is acknowledged, with
 * the position up to which the write-ahead log was on the disk then; {@code B key} if a key gets an
 * answer that is not the first one's; {@code N reason} if the notary refuses to sign. First it
 * repeats the commands that it is given.
 */
public final class EngineProgram {
  private static final int CALLERS = 16;
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMillis(30);
  private static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");

  private final LogNode node;
  private final JdbcTemplate jdbc;

  private EngineProgram(DataSource dataSource, Trap trap, int append) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.node = new LogNode(trap.in(dataSource, append), new EventFormat(), InstantSource.system());
  }

  /**
   * Arguments: url, user, name of this life, file of keys to repeat, trap, at which append or
   * checkpoint, folder of the checkpoints, file of the notary's key.
   */
  public static void main(String[] arguments) throws Exception {
    var dataSource = Database.pool(arguments[0], arguments[1]);
    var trap = Trap.valueOf(arguments[4]);
    var when = Integer.parseInt(arguments[5]);
    var program = new EngineProgram(dataSource, trap, when);
    var place = trap.in(new CheckpointFolder(Path.of(arguments[6])), when);
    var notaryKey = SigningKey.parse(Files.readString(Path.of(arguments[7])));
    Thread.startVirtualThread(() -> program.signUntilKilled(dataSource, place, notaryKey));
    say("READY");
    for (var key : Files.readAllLines(Path.of(arguments[3]))) {
      program.send(key);
    }
    say("REPEATED");
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var caller = 0; caller < CALLERS; caller++) {
        var prefix = arguments[2] + "-" + caller + "-";
        callers.execute(
            () -> {
              for (var number = 0; ; number++) {
                program.send(prefix + number);
              }
            });
      }
    }
  }

  /** As the notary's office does it, but without its pauses; a lost connection is made anew. */
  private void signUntilKilled(DataSource dataSource, CheckpointPlace place, SigningKey key) {
    while (true) {
      try (var connection = dataSource.getConnection()) {
        var notary = Notary.resume(new StoredLog(connection), place, key);
        while (true) {
          notary.sign(node.log().head());
          LockSupport.parkNanos(BETWEEN_CHECKPOINTS.toNanos());
        }
      } catch (NotaryRefuses e) {
        say("N " + e.getMessage());
        return;
      } catch (SQLException | IOException | DataAccessException e) {
        LockSupport.parkNanos(BETWEEN_CHECKPOINTS.toNanos()); // the server was killed
      }
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private void send(String key) {
    say("S " + key);
    try {
      node.append(
          "order/" + key,
          0,
          List.of(new OrderShipped(new OrderId(key), new CustomerId("C"), AT)),
          Optional.of(answer(key)));
      acknowledged(key);
    } catch (AlreadyAnswered e) {
      if (new String(e.first().body(), StandardCharsets.UTF_8).equals(key)) {
        acknowledged(key);
      } else {
        say("B " + key);
      }
    } catch (RuntimeException e) {
      say("U " + key); // unknown, or refused for now: it will be repeated
    }
  }

  private void acknowledged(String key) {
    try {
      say(
          "A "
              + key
              + " "
              + jdbc.queryForObject("select pg_current_wal_flush_lsn()::text", String.class));
    } catch (DataAccessException _) {
      say("A " + key + " -"); // the server was killed in between
    }
  }

  private static KeptAnswer answer(String key) {
    return new KeptAnswer(
        new CommandKey("trial", key),
        key,
        202,
        null,
        "text/plain",
        key.getBytes(StandardCharsets.UTF_8),
        Instant.now());
  }
}
