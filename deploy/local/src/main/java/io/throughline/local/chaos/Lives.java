package io.throughline.local.chaos;

import io.throughline.command.eventstore.audit.AuditProgress;
import io.throughline.command.eventstore.audit.AuditedLog;
import io.throughline.command.eventstore.audit.Verification;
import io.throughline.command.eventstore.notary.CheckpointFolder;
import io.throughline.kernel.proof.ProofRefused;
import io.throughline.kernel.proof.VerifierKey;
import io.throughline.local.LocalLog;
import io.throughline.local.LocalRunRefused;
import io.throughline.local.LocalSettings;
import io.throughline.local.demo.Submission;
import io.throughline.local.input.Input;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The run's lives, one after the other. After each kill the next one must take commands, give each
 * key its first answer, and show a log that is whole.
 */
final class Lives implements AutoCloseable {
  private static final int REPEATED = 20;
  private static final Duration LOOK = Duration.ofMillis(100);

  /** Wall time; six times as long as the notary lets an event wait. */
  private static final Duration LONGEST_UNSIGNED = Duration.ofMinutes(1);

  private final LocalSettings settings;
  private final List<URI> applications;
  private final Random random;
  private final boolean areLong;
  private final List<String> otherAnswers = new ArrayList<>();
  private final List<String> brokenChains = new ArrayList<>();
  private Life life;
  private int kills;
  private int repeated;
  private long events;
  private double longest;
  private Duration down = Duration.ZERO;

  private Lives(
      LocalSettings settings, List<URI> applications, Random random, boolean areLong, Life first) {
    this.settings = settings;
    this.applications = applications;
    this.random = random;
    this.areLong = areLong;
    this.life = first;
  }

  /**
   * Returns when the first one takes requests.
   *
   * @param areLong see {@link Life#start}
   */
  static Lives begin(LocalSettings settings, List<URI> applications, Random random, boolean areLong)
      throws InterruptedException {
    var first = Life.start(settings, areLong);
    first.awaitReady(applications);
    return new Lives(again(settings), applications, random, areLong, first);
  }

  private static LocalSettings again(LocalSettings settings) {
    return new LocalSettings(
        settings.data(),
        false,
        settings.clockRate(),
        settings.seed(),
        settings.faults(),
        settings.ports(),
        settings.outside());
  }

  /** Kills the run and starts it again. */
  void killAndStart(Submission submission, Input input) throws InterruptedException {
    life.kill();
    var killed = System.nanoTime();
    life = Life.start(settings, areLong);
    kills++;
    submission.takesCommands(input.customers().getFirst(), "life-" + kills);
    var recovered = Duration.ofNanos(System.nanoTime() - killed);
    life.awaitReady(applications);
    down = down.plus(Duration.ofNanos(System.nanoTime() - killed));
    longest = Math.max(longest, recovered.toMillis() / 1e3);
    repeatSome(submission, input);
    walkTheChain();
  }

  private void repeatSome(Submission submission, Input input) throws InterruptedException {
    var taken = submission.taken();
    var some =
        new ArrayList<>(
            input.orders().stream().filter(order -> taken.contains(order.orderId())).toList());
    Collections.shuffle(some, random);
    var sample = some.subList(0, Math.min(REPEATED, some.size()));
    repeated += sample.size();
    submission
        .answeredOtherwise(sample)
        .forEach(order -> otherAnswers.add(order + " got another answer after kill " + kills));
  }

  private void walkTheChain() throws InterruptedException {
    try (var log = LocalLog.open(settings.data());
        var connection = log.connect()) {
      var key = VerifierKey.parse(Files.readString(LocalLog.publicKey(settings.data())).strip());
      var checkpoints = new CheckpointFolder(log.checkpoints());
      awaitFirst(checkpoints);
      var audited = new AuditedLog(connection, checkpoints, key);
      var verdict = Verification.ofAll(audited, AuditProgress.SILENT);
      events += verdict.events();
      verdict
          .findings()
          .forEach(it -> brokenChains.add("After kill " + kills + ": " + it.sentence()));
    } catch (SQLException | IOException | ProofRefused e) {
      throw new LocalRunRefused("The log could not be audited: " + e.getMessage(), e);
    }
  }

  /** A run that was killed in its first seconds has signed nothing; the next one does. */
  private static void awaitFirst(CheckpointFolder checkpoints)
      throws IOException, InterruptedException {
    var end = System.nanoTime() + LONGEST_UNSIGNED.toNanos();
    while (checkpoints.sizes().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(LOOK);
    }
  }

  List<Invariant> invariants() {
    return List.of(
        new Invariant("a key gets its first answer after a kill", repeated, otherAnswers),
        new Invariant("the log is whole after a kill (events walked)", (int) events, brokenChains));
  }

  int kills() {
    return kills;
  }

  double longestSecondsToCommands() {
    return longest;
  }

  /** In all, from each kill until the next life took requests (wall time). */
  Duration down() {
    return down;
  }

  @Override
  public void close() {
    life.close();
  }
}
