package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.Role;
import io.throughline.local.Dashboards;
import io.throughline.local.LocalRun;
import io.throughline.local.replay.Replays;
import io.throughline.local.replay.ReplaysOfARun;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real servers, both applications and the simulators, from the first request to the last
 * payment.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class WholeLineTest {
  @TempDir Path data;

  @Test
  void ordersTravelFromTheRequestToThePaymentAndThreeAreParkedEachForItsOwnCause()
      throws Exception {
    try (var run = LocalRun.start(SmallDemo.settings(data))) {
      SmallDemo.assertIsRight(SmallDemo.work(run));
      assertViewsFoldedAnewAreTheLiveOnes(run);
      Dashboards.areFed(run);
      ReplaysOfARun.areSwitchedByTwoPeopleRolledBackAndBegunByThemselves(run, data);
    }
  }

  private static void assertViewsFoldedAnewAreTheLiveOnes(LocalRun run) throws Exception {
    var replays = new Replays(run.addresses().query(), () -> run.token(Role.OPERATIONS));
    for (var slice :
        List.of("orderdetails", "orderlist", "customerprofile", "exceptions", "history")) {
      var ended = replays.await(replays.begin(slice, null), _ -> {});

      assertThat(ended.isLive()).as("%s", ended).isTrue();
      var difference = ended.difference();
      assertThat(difference.live()).as(slice).isPositive().isEqualTo(difference.rebuilt());
      assertThat(difference.rebuiltHash()).as(slice).isEqualTo(difference.liveHash());
    }
  }
}
