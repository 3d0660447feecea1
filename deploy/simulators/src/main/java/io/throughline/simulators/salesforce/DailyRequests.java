package io.throughline.simulators.salesforce;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The requests that an org takes in any 24 hours (wall time). */
final class DailyRequests {
  private static final Duration DAY = Duration.ofHours(24);

  private final JsonMapper json = JsonMapper.builder().build();
  private final Deque<Instant> calls = new ArrayDeque<>();
  private int budget;
  private int most;
  private int refused;

  DailyRequests(int budget) {
    this.budget = budget;
  }

  /** So many from now on. */
  synchronized void allow(int requests) {
    budget = requests;
  }

  /**
   * One more.
   *
   * @return how many there were and how many there may be, as the org tells in a header
   * @throws OrgRefusal if there were too many
   */
  synchronized String count() {
    var now = Instant.now();
    while (!calls.isEmpty() && calls.getFirst().isBefore(now.minus(DAY))) {
      calls.removeFirst();
    }
    if (calls.size() >= budget) {
      refused++;
      throw OrgRefusal.requests();
    }
    calls.addLast(now);
    most = Math.max(most, calls.size());
    return calls.size() + "/" + budget;
  }

  synchronized JsonNode limits() {
    var answer = json.createObjectNode();
    answer
        .putObject("DailyApiRequests")
        .put("Max", budget)
        .put("Remaining", Math.max(0, budget - calls.size()));
    return answer;
  }

  synchronized JsonNode books() {
    return json.createObjectNode()
        .put("dailyLimit", budget)
        .put("mostInADay", most)
        .put("overLimit", refused);
  }
}
