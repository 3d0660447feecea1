package io.throughline.bench.eventstore;

import io.throughline.bench.harness.Contender;
import io.throughline.bench.harness.Cpu;
import io.throughline.bench.harness.Load;
import io.throughline.bench.harness.Metric;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** An engine at some work, with all that is measured of it. */
record Work(String name, Server server, Engine engine, Load load, Calls calls)
    implements Contender {
  static final Metric THROUGHPUT = new Metric("throughput", "commands/s", true);
  static final Metric P50 = new Metric("latency p50", "ms", false);
  static final Metric P99 = new Metric("latency p99", "ms", false);
  static final Metric FLUSHES = new Metric("flushes", "fsyncs/command", false);
  static final Metric ROUND_TRIPS = new Metric("round trips", "round trips/command", false);

  /** Of this JVM and of the server together, and of the server alone. */
  static final Metric CPU = new Metric("cpu", "µs/command", false);

  static final Metric SERVER_CPU = new Metric("cpu of server", "µs/command", false);

  /** What is called. */
  interface Calls extends Load.Call {

    /** What is to be done before the clock starts. */
    default void begin() {}
  }

  @Override
  public Map<Metric, Double> round() throws Exception {
    calls.begin();
    var flushes = server.flushes(engine.wire());
    var serverCpu = server.cpu();
    var ownCpu = Cpu.ofThisJvm();
    server.others().begin();
    var trips = engine.wire().roundTrips();
    var outcome = load.run(calls);
    var tripsSince = engine.wire().roundTrips() - trips;
    var ownCpuSince = Cpu.ofThisJvm().minus(ownCpu);
    var serverCpuSince = server.cpu().minus(serverCpu);
    var cpuSince = ownCpuSince.plus(serverCpuSince);
    server.others().end(cpuSince);
    var flushesSince = server.flushes(engine.wire()) - flushes;
    var measured = new LinkedHashMap<Metric, Double>();
    measured.put(THROUGHPUT, outcome.perSecond());
    measured.put(P50, outcome.milliseconds(50));
    measured.put(P99, outcome.milliseconds(99));
    measured.put(FLUSHES, flushesSince / outcome.calls());
    measured.put(ROUND_TRIPS, (double) tripsSince / outcome.calls());
    measured.put(CPU, micros(cpuSince) / outcome.calls());
    measured.put(SERVER_CPU, micros(serverCpuSince) / outcome.calls());
    return measured;
  }

  private static double micros(Duration time) {
    return time.toNanos() / 1e3;
  }
}
