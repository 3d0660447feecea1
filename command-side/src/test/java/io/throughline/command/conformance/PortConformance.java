package io.throughline.command.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.Simulated;
import io.throughline.command.platform.Answer;
import io.throughline.simulators.Fault;
import io.throughline.simulators.Simulators;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every adapter of every port does, whatever goes wrong between it and the other system: each
 * write is done once however often it is asked for, and an answer says what is known and no more.
 *
 * @param <P> the port
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PortConformance<P> {
  /** Far longer than anything here takes, unless it is meant to. */
  private static final Duration PATIENT = Duration.ofSeconds(10);

  /** Shorter than a slow answer. */
  private static final Duration HASTY = Duration.ofMillis(250);

  /** On which nothing comes to pass by itself while a test runs. */
  private static final double SLOW_CLOCK = 1;

  protected Simulators simulators = Simulated.atRate(SLOW_CLOCK);
  protected P port = adapter(simulators.baseUrl(), PATIENT);

  /** The adapter, with no more than {@link #permits} calls at a time. */
  protected abstract P adapter(URI baseUrl, Duration timeout);

  protected abstract int permits();

  /** The path of the simulated system, as its books name its traffic. */
  protected abstract String traffic();

  /** Every write of the port, in an order in which all of them succeed. */
  protected abstract List<Write<P>> writes();

  /** What the writes have left at the other side: a number for each kind of effect. */
  protected abstract String effects();

  /** What the other system must hold before the first write. */
  protected void prepare() {}

  /** Has the other system forget the tokens it granted; false if it has none to forget. */
  protected boolean forgetTokens() {
    return false;
  }

  /** Texts that lead to a person and are in what the writes send. */
  protected abstract List<String> personal();

  /** Reads of the port, which bring something that is there. */
  protected abstract List<Write<P>> reads();

  @BeforeEach
  void start() {
    start(SLOW_CLOCK);
  }

  /**
   * Begins anew, on another clock.
   *
   * @param clockRate business seconds in one second
   */
  protected void start(double clockRate) {
    simulators.close();
    simulators = Simulated.atRate(clockRate);
    port = adapter(simulators.baseUrl(), PATIENT);
    prepare();
  }

  @AfterEach
  void stop() {
    simulators.close();
  }

  Stream<Write<P>> each() {
    return writes().stream();
  }

  /** Everything that comes before the write. */
  private void before(Write<P> write) {
    for (var earlier : writes()) {
      if (earlier.name().equals(write.name())) {
        return;
      }
      done(earlier);
    }
  }

  private Object done(Write<P> write) {
    var answer = write.perform().apply(port);
    assertThat(answer).as(write.name()).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<?>) answer).value();
  }

  @ParameterizedTest
  @MethodSource("each")
  void askedForAgainItBringsTheSameAndIsDoneOnce(Write<P> write) {
    before(write);
    var first = done(write);
    var effects = effects();

    assertThat(done(write)).isEqualTo(first);
    assertThat(effects()).isEqualTo(effects);
  }

  @ParameterizedTest
  @MethodSource("each")
  void ofWhichTheAnswerWasLostItIsUnknownAndThenThereOnce(Write<P> write) {
    before(write);
    simulators.failNext(write.call(), Fault.DROPPED_AFTER);

    assertThat(write.perform().apply(port)).isInstanceOf(Answer.Unknown.class);
    var effects = effects();
    done(write);

    assertThat(effects()).as("done by the first try").isEqualTo(effects);
  }

  @ParameterizedTest
  @MethodSource("each")
  void ofWhichTheRequestWasLostItIsUnknownAndThenDone(Write<P> write) {
    before(write);
    simulators.failNext(write.call(), Fault.DROPPED_BEFORE);

    assertThat(write.perform().apply(port)).isInstanceOf(Answer.Unknown.class);
    done(write);
  }

  @ParameterizedTest
  @MethodSource("each")
  void whoseAnswerTakesTooLongItIsUnknownAndThenThereOnce(Write<P> write) {
    before(write);
    simulators.failNext(write.call(), Fault.SLOW);

    assertThat(write.perform().apply(adapter(simulators.baseUrl(), HASTY)))
        .isInstanceOf(Answer.Unknown.class);
    var first = done(write);

    assertThat(done(write)).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("each")
  void whereThereAreTooManyRequestsItIsBusyForAsLongAsItIsAsked(Write<P> write) {
    before(write);
    simulators.failNext(write.call(), Fault.TOO_MANY_REQUESTS);

    assertThat(write.perform().apply(port))
        .isInstanceOfSatisfying(
            Answer.Busy.class,
            busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
    done(write);
  }

  @ParameterizedTest
  @MethodSource("each")
  void whereTheOtherSideFailsItIsBusyAndNoRefusal(Write<P> write) {
    before(write);
    simulators.failNext(write.call(), Fault.SERVER_ERROR);

    assertThat(write.perform().apply(port)).isInstanceOf(Answer.Busy.class);
    done(write);
  }

  @ParameterizedTest
  @MethodSource("each")
  void askedForManyTimesAtATimeItIsDoneOnceAndKeepsToThePermits(Write<P> write) throws Exception {
    var effectsOfOne = effectsOfOne(write);
    before(write);
    var calls = new ArrayList<Callable<Answer<?>>>();
    for (var i = 0; i < 12; i++) {
      calls.add(() -> write.perform().apply(port));
    }
    var answers = new ArrayList<Answer<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var call : threads.invokeAll(calls)) {
        answers.add(call.get());
      }
    }
    var last = done(write);

    assertThat(answers).filteredOn(Answer.Done.class::isInstance).isNotEmpty();
    assertThat(answers)
        .filteredOn(Answer.Done.class::isInstance)
        .allSatisfy(it -> assertThat(((Answer.Done<?>) it).value()).isEqualTo(last));
    assertThat(answers).noneMatch(Answer.Refused.class::isInstance);
    assertThat(effects()).isEqualTo(effectsOfOne);
    assertThat(simulators.books().path("traffic").path(traffic()).path("mostAtATime").asInt())
        .isBetween(1, permits());
  }

  /** What it does when it is asked for once, on a system of its own. */
  private String effectsOfOne(Write<P> write) {
    before(write);
    done(write);
    var effects = effects();
    start();
    return effects;
  }

  @Test
  void nobodyThereIsUnknown() {
    var nobody = adapter(URI.create("http://localhost:1"), PATIENT);

    assertThat(writes().getFirst().perform().apply(nobody)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void anAnswerThatMakesNoSenseIsUnknown() {
    for (var kind : Nonsense.KINDS) {
      try (var nonsense = new Nonsense(kind)) {
        var astray = adapter(nonsense.baseUrl(), PATIENT);
        for (var read : reads()) {
          assertThat(read.perform().apply(astray))
              .as("%s answered %s", read, kind)
              .isInstanceOf(Answer.Unknown.class);
        }
      }
    }
  }

  @Test
  void aForgottenTokenIsRenewedWithoutAWord() {
    var first = writes().getFirst();
    done(first);
    Assumptions.assumeTrue(forgetTokens(), "its tokens are never renewed");

    done(first);
  }

  @Test
  void nothingThatLeadsToAPersonIsLogged() {
    try (var logged = new Logged()) {
      for (var write : writes()) {
        for (var fault : List.of(Fault.SERVER_ERROR, Fault.DROPPED_AFTER)) {
          simulators.failNext(write.call(), fault);
          var _ = write.perform().apply(port);
        }
        done(write);
      }
      assertThat(logged.lines()).noneMatch(line -> personal().stream().anyMatch(line::contains));
    }
  }
}
