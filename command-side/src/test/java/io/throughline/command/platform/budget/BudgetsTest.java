package io.throughline.command.platform.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.command.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several nodes on one database, against a server that counts what it has under way. */
class BudgetsTest {
  private static final int PERMITS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final BudgetTerms TERMS =
      new BudgetTerms("erp", PERMITS, CallRate.UNLIMITED, Duration.ofSeconds(3));

  private final DataSource database = TestDatabase.newMigrated();
  private final CountingServer server = new CountingServer(Duration.ofMillis(15));
  private final List<Node> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(Node::close);
    server.close();
  }

  private Node node(BudgetTerms terms) {
    var node = new Node(database, "n" + nodes.size(), terms);
    nodes.add(node);
    return node;
  }

  private int leased() {
    return nodes.stream().mapToInt(node -> node.budget().leased()).sum();
  }

  @Test
  void nodesThatComeStandStillLoseTheDatabaseAndDieNeverHaveMoreThanAllPermitsTogether() {
    var first = node(TERMS);
    first.call(Lane.WORKFLOW, 12, server.url());
    await().atMost(PATIENCE).until(() -> first.budget().leased() == PERMITS);

    var second = node(TERMS);
    second.call(Lane.WORKFLOW, 12, server.url());
    var third = node(TERMS);
    third.call(Lane.BACKFILL, 12, server.url());
    await().atMost(PATIENCE).until(() -> leased() == PERMITS && second.budget().leased() >= 4);

    second.loseTheDatabase();
    await().atMost(PATIENCE).until(() -> second.budget().leased() == 0);
    await().atMost(PATIENCE).until(() -> leased() == PERMITS);
    second.findTheDatabase();
    await().atMost(PATIENCE).until(() -> second.budget().leased() >= 4);

    first.standStill();
    await().atMost(PATIENCE).until(() -> second.budget().leased() >= PERMITS - 2);
    first.goOn();
    await().atMost(PATIENCE).until(() -> first.budget().leased() >= 4);

    first.die();
    await().atMost(PATIENCE).until(() -> first.budget().leased() == 0);
    await().atMost(PATIENCE).until(() -> leased() == PERMITS);
    var before = server.answered();
    await().atMost(PATIENCE).until(() -> server.answered() > before + 200);

    first.findTheDatabase();
    assertThat(server.highest()).isBetween(PERMITS - 2, PERMITS);
  }

  @Test
  void aNodeThatLeavesGivesItsPermitsBackAtOnce() {
    var first = node(TERMS);
    var second = node(TERMS);
    await().atMost(PATIENCE).until(() -> leased() == PERMITS);

    first.close();
    nodes.remove(first);

    second.call(Lane.WORKFLOW, 12, server.url());
    await().atMost(Duration.ofSeconds(4)).until(() -> second.budget().leased() == PERMITS);
  }

  @Test
  void aRetryAfterHoldsTheAccountOnAllNodes() {
    var first = node(TERMS);
    var second = node(TERMS);
    await().atMost(PATIENCE).until(() -> leased() == PERMITS);
    server.answer(429, "30");

    first.call(Lane.WORKFLOW, 2, server.url());

    await().atMost(PATIENCE).until(() -> first.budget().pause().toSeconds() > 5);
    second.call(Lane.WORKFLOW, 1, server.url());
    await().atMost(PATIENCE).until(() -> second.budget().pause().toSeconds() > 5);
    assertThatThrownBy(() -> second.budget().enter(Lane.INTERACTIVE))
        .isInstanceOfSatisfying(
            CallHeld.class,
            held -> {
              assertThat(held.reason()).isEqualTo(CallHeld.Reason.PAUSED);
              assertThat(held.retryIn()).isGreaterThan(Duration.ofSeconds(5));
            });
  }

  @Test
  void anAccountThatRefusesIsAskedLessAndThenMoreAgain() {
    var node = node(TERMS);
    await().atMost(PATIENCE).until(() -> node.budget().leased() == PERMITS);
    server.answer(429, "");

    node.call(Lane.WORKFLOW, 12, server.url());

    await().atMost(PATIENCE).until(() -> node.budget().allowed() <= PERMITS / 2);
    server.answer(200, "");
    await().atMost(PATIENCE).until(() -> node.budget().allowed() == PERMITS);
  }

  @Test
  void noStretchOfTimeSeesMoreCallsThanTheRate() throws Exception {
    var rate = new CallRate(40, Duration.ofSeconds(4));
    var terms = new BudgetTerms("carrier", 50, rate, Duration.ofSeconds(3));
    var begun = new ConcurrentLinkedQueue<Long>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var budget : List.of(node(terms).budget(), node(terms).budget())) {
        for (var i = 0; i < 8; i++) {
          var _ =
              threads.submit(
                  () -> {
                    while (begun.size() < 100) {
                      try (var _ = budget.enter(Lane.INTERACTIVE)) {
                        begun.add(System.nanoTime());
                      } catch (CallHeld e) {
                        Thread.onSpinWait();
                      }
                    }
                    return begun;
                  });
        }
      }
    }

    // the times are taken after admission, so a little less than the stretch is looked at
    var stretch = Duration.ofMillis(3800).toNanos();
    var sorted = begun.stream().sorted().toList();
    assertThat(sorted).hasSizeGreaterThanOrEqualTo(100);
    for (var from = 0; from + 40 < sorted.size(); from++) {
      assertThat(sorted.get(from + 40) - sorted.get(from)).isGreaterThan(stretch);
    }
  }

  @Test
  void whoGetsNoPermitIsToldSoAndMayComeBackSoon() throws Exception {
    var terms = new BudgetTerms("narrow", 1, CallRate.UNLIMITED, Duration.ofSeconds(1));
    var budget = node(terms).budget();
    await().atMost(PATIENCE).until(() -> budget.leased() == 1);

    try (var _ = budget.enter(Lane.WORKFLOW)) {
      assertThatThrownBy(() -> budget.enter(Lane.WORKFLOW))
          .isInstanceOfSatisfying(
              CallHeld.class,
              held -> assertThat(held.reason()).isEqualTo(CallHeld.Reason.NO_PERMIT));
    }
    assertThat(budget.held(Lane.WORKFLOW)).isEqualTo(1);
    try (var _ = budget.enter(Lane.WORKFLOW)) {
      assertThat(budget.inUse(Lane.WORKFLOW)).isEqualTo(1);
    }
  }

  /** Else it would have to queue again, behind all that came later. */
  @Test
  void aTaskWaitsForItsTurnLongerThanForPermitsThatThisNodeDoesNotHave() throws Exception {
    var terms = new BudgetTerms("narrow", 1, CallRate.UNLIMITED, Duration.ofSeconds(1));
    var budget = Budget.unshared(terms.account(), terms.permits(), terms.callTimeout());
    var withoutLease = new Budget(terms, () -> {});
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var turn = budget.enter(Lane.WORKFLOW);
      var next = threads.submit(() -> budget.enter(Lane.WORKFLOW));
      await().atMost(PATIENCE).until(() -> budget.waiting(Lane.WORKFLOW) == 1);

      assertThatThrownBy(() -> withoutLease.enter(Lane.WORKFLOW)).isInstanceOf(CallHeld.class);

      assertThat(budget.waiting(Lane.WORKFLOW)).isEqualTo(1);
      turn.close();
      next.get().close();
    }
  }
}
