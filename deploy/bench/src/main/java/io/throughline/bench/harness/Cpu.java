package io.throughline.bench.harness;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** Processor time so far: it tells what a call costs even where others keep the machine busy. */
public final class Cpu {
  private Cpu() {}

  public static Duration ofThisJvm() {
    var jvm = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return Duration.ofNanos(jvm.getProcessCpuTime());
  }

  /** Of other processes; of those that are gone, nothing. */
  public static Duration of(Collection<Long> pids) {
    return pids.stream()
        .map(ProcessHandle::of)
        .flatMap(Optional::stream)
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
