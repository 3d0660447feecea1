package io.throughline.command.platform.web;

import static io.throughline.command.RunningCommandSide.ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.platform.Milestones;
import io.throughline.command.platform.Traces;
import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.Outcome;
import io.throughline.kernel.event.MetadataKeys;
import io.throughline.testing.FaultyEndpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;

@ResourceLock(Edge.SHARED)
class TracesTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String TRACEPARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

  private static Edge edge;

  @BeforeAll
  static void start() {
    edge = Edge.shared();
  }

  @Test
  void aCallersTraceReachesTheEventsOfItsCommand() throws Exception {
    var reply =
        edge.post(
            "/api/v1/customers",
            """
            {"customerId": "TRACED", "name": "Works", "billTo": %s, "currency": "USD", "owner": "u1"}\
            """
                .formatted(ADDRESS),
            "traceparent",
            TRACEPARENT);

    assertThat(reply.status()).as(reply.body()).isEqualTo(202);
    var metadata = edge.bean(EventLog.class).of("customer/TRACED").getFirst().metadata();
    assertThat(metadata.get(MetadataKeys.TRACE))
        .startsWith("00-" + TRACE + "-")
        .isNotEqualTo(TRACEPARENT);
    assertThat(metadata)
        .containsEntry(MetadataKeys.ACTOR, "user-sales")
        .containsEntry(MetadataKeys.SOURCE, "api");
    assertThat(metadata.get(MetadataKeys.CORRELATION)).isNotBlank();
  }

  @Test
  void workGoesOnInTheTraceThatCausedIt() {
    var traces = edge.bean(Traces.class);

    var inside =
        traces.within(Optional.of(TRACEPARENT), "step", () -> traces.current().orElseThrow());

    assertThat(inside).startsWith("00-" + TRACE + "-").isNotEqualTo(TRACEPARENT);
    assertThat(traces.current()).isEmpty();
  }

  @Test
  void workWithoutATraceBeginsOne() {
    var traces = edge.bean(Traces.class);

    assertThat(traces.within(Optional.empty(), "step", traces::currentId))
        .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f]{32}").isNotEqualTo(TRACE));
  }

  @Test
  void aCallToAnotherSystemCarriesTheTrace() throws Exception {
    var seen = new AtomicReference<String>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          seen.set(exchange.getRequestHeaders().getFirst("traceparent"));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      var traces = edge.bean(Traces.class);
      var caller = new Caller(1, Duration.ofSeconds(10), traces);
      var address = URI.create("http://localhost:" + server.getAddress().getPort() + "/");

      var outcome =
          traces.within(
              Optional.of(TRACEPARENT), "step", () -> caller.call("GET", address, Map.of(), ""));

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Replied.class, it -> assertThat(it.status()).isEqualTo(204));
      assertThat(seen.get()).startsWith("00-" + TRACE + "-");
    } finally {
      server.stop(0);
    }
  }

  /**
   * Another application that starts in this JVM sets logging up anew, and takes the appender off;
   * so it may need another try.
   */
  @Test
  void everyLogLineOfARequestKnowsItsTrace() {
    await()
        .untilAsserted(
            () ->
                assertThat(linesOfAFailure())
                    .singleElement()
                    .satisfies(
                        line ->
                            assertThat(line.getMDCPropertyMap()).containsEntry("traceId", TRACE)));
    // tells Spring Boot's own log pattern to show it
    assertThat(edge.setting("logging.expect-correlation-id")).isEqualTo("true");
  }

  private static List<ILoggingEvent> linesOfAFailure() throws Exception {
    var logger = (Logger) LoggerFactory.getLogger(Problems.class);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    logger.addAppender(lines);
    try {
      edge.bean(FaultyEndpoint.class).failWith(new IllegalStateException("A disk is on fire"));
      edge.post("/api/v1/faulty/one", "{}", "traceparent", TRACEPARENT);
    } finally {
      edge.bean(FaultyEndpoint.class).mend();
      logger.detachAppender(lines);
    }
    return lines.list;
  }

  @Test
  void nothingIsExportedUntilACollectorIsNamed() throws Exception {
    assertThat(edge.beans(SpanExporter.class)).isEmpty();

    var collector =
        "--management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:1/v1/traces";
    try (var exporting = Edge.startWith(collector)) {
      assertThat(exporting.beans(SpanExporter.class)).hasSize(1);
    }
  }

  @Test
  void milestonesAreTimed() throws Exception {
    edge.bean(Milestones.class).reached("accepted", Duration.ofHours(3));

    assertThat(edge.get("/actuator/prometheus").body())
        .contains("throughline_milestone_seconds_count{milestone=\"accepted\"} 1")
        .contains("throughline_milestone_seconds_sum{milestone=\"accepted\"} 10800.0")
        .contains("throughline_milestone_seconds{milestone=\"accepted\",quantile=\"0.99\"}");
  }
}
