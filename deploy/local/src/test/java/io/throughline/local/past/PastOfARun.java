package io.throughline.local.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.Role;
import io.throughline.local.LocalRun;
import io.throughline.local.demo.GraphQl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must be told of the past of a demo's run that is at its end. */
public final class PastOfARun {
  private static final String DONE = "D1-0004";
  private static final String BEYOND_CREDIT = "D1-0002";

  private PastOfARun() {}

  /**
   * @param data of the run
   */
  public static void isTold(LocalRun run, Path data) throws Exception {
    var pasts = new Pasts(new GraphQl(run.addresses().graphQl(), () -> run.token(Role.ANALYST)));
    anOrdersPast(pasts);
    theExport(pasts, data.resolve("log.json"));
    anotherLimit(pasts);
  }

  private static void anOrdersPast(Pasts pasts) throws Exception {
    var events = new ArrayList<JsonNode>();
    pasts.history(DONE, events::add);
    var submitted = Instant.parse(events.getFirst().path("recordedAt").asString());

    var now = pasts.order(DONE, null, null).orElseThrow();
    var atFirst = pasts.order(DONE, submitted, null).orElseThrow();
    assertThat(now.path("state").asString()).isEqualTo("COMPLETED");
    assertThat(atFirst.path("state").asString()).isEqualTo("SUBMITTED");
    assertThat(pasts.order(DONE, submitted.minusSeconds(1), null)).isEmpty();
    var last = Instant.parse(events.getLast().path("recordedAt").asString());
    assertThat(pasts.order(DONE, last, null)).contains(now);
  }

  private static void theExport(Pasts pasts, Path file) throws Exception {
    var exported = OcelExport.to(file, pasts, _ -> {});

    var log = JsonMapper.shared().readTree(Files.readString(file));
    var objects = new HashSet<String>();
    log.path("objects").forEach(it -> objects.add(it.path("id").asString()));
    var events = new HashSet<String>();
    var related = new HashSet<String>();
    for (var event : log.path("events")) {
      events.add(event.path("id").asString());
      event.path("relationships").forEach(it -> related.add(it.path("objectId").asString()));
    }
    assertThat(exported.orders()).isEqualTo(12);
    assertThat(exported.events()).isEqualTo(events.size()).isGreaterThan(12 * 5);
    assertThat(objects).hasSize(log.path("objects").size()).containsAll(related);
    assertThat(related).anyMatch(it -> it.startsWith("shipment:"));
  }

  private static void anotherLimit(Pasts pasts) throws Exception {
    var generous = pasts.whatIf("credit-limit=1000000000");
    assertThat(generous.passed())
        .extracting(WhatIf.Outcome::orderId)
        .containsExactly(BEYOND_CREDIT);
    assertThat(pasts.whatIf("credit-limit=+0%").parked()).hasSize(1);
  }
}
