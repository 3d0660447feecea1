package io.throughline.command.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.command.platform.Answer;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.kernel.BusinessClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LiveFactsTest {
  private final LiveFacts facts = new LiveFacts(BusinessClock.realTime());
  private final AtomicInteger asked = new AtomicInteger();

  private Known<String> find(FactKind kind, Supplier<Answer<Optional<String>>> ask) {
    return facts.find(
        kind,
        "netsuite",
        "BOLT",
        String.class,
        () -> {
          asked.incrementAndGet();
          return ask.get();
        });
  }

  private static Answer<Optional<String>> says(String value) {
    return new Answer.Done<>(Optional.of(value));
  }

  @Test
  void whatTheCatalogueLetsBeKeptIsAskedForOnce() {
    find(FactKind.PRODUCT, () -> says("Bolt"));
    var again = find(FactKind.PRODUCT, () -> says("Nut"));

    assertThat(again.value()).isEqualTo("Bolt");
    assertThat(again.isStale()).isFalse();
    assertThat(asked).hasValue(1);
  }

  @Test
  void whatIsLiveIsAskedForEachTime() {
    find(FactKind.AVAILABILITY, () -> says("7"));

    assertThat(find(FactKind.AVAILABILITY, () -> says("6")).value()).isEqualTo("6");
    assertThat(asked).hasValue(2);
  }

  @Test
  void manyWhoWantItAtTheSameTimeAskOnce() throws Exception {
    var answering = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Known<String>>>();
      var started = new AtomicInteger();
      for (var i = 0; i < 50; i++) {
        answers.add(
            threads.submit(
                () -> {
                  started.incrementAndGet();
                  return find(
                      FactKind.PRODUCT,
                      () -> {
                        try {
                          answering.await();
                        } catch (InterruptedException e) {
                          Thread.currentThread().interrupt();
                        }
                        return says("Bolt");
                      });
                }));
      }
      await().until(() -> started.get() == 50 && asked.get() == 1);
      answering.countDown();
      for (var answer : answers) {
        assertThat(answer.get().value()).isEqualTo("Bolt");
      }
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void whileTheSystemIsSilentItIsToldAsItWasLastKnown() {
    var first = find(FactKind.AVAILABILITY, () -> says("7"));

    var silent = find(FactKind.AVAILABILITY, () -> new Answer.Unknown<>("No answer"));

    assertThat(silent.value()).isEqualTo("7");
    assertThat(silent.isStale()).isTrue();
    assertThat(silent.asOf()).isEqualTo(first.asOf());
  }

  @Test
  void aCallThatWasHeldIsNoAnswerEither() {
    find(FactKind.AVAILABILITY, () -> says("7"));

    var held =
        find(
            FactKind.AVAILABILITY,
            () -> {
              throw new CallHeld("netsuite", CallHeld.Reason.NO_PERMIT, Duration.ZERO);
            });

    assertThat(held.isStale()).isTrue();
  }

  @Test
  void whatNobodyEverToldIsSaidToBeUnknown() {
    assertThatThrownBy(() -> find(FactKind.CREDIT, () -> new Answer.Busy<>("Maintenance", null)))
        .isInstanceOf(NoAnswerYet.class)
        .hasMessageContaining("netsuite does not answer")
        .hasMessageContaining("Maintenance");
  }

  @Test
  void whatIsGoneIsNotToldAsItWas() {
    find(FactKind.AVAILABILITY, () -> says("7"));

    assertThatThrownBy(() -> find(FactKind.AVAILABILITY, () -> new Answer.Done<>(Optional.empty())))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> find(FactKind.AVAILABILITY, () -> new Answer.Unknown<>("No answer")))
        .isInstanceOf(NoAnswerYet.class);
  }
}
