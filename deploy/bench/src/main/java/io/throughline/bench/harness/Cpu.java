package io.throughline.bench.harness;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** Processor time: it tells what a call costs even where others keep the machine busy. */
public final class Cpu {
  private Cpu() {}

  /** Of this JVM and of other processes so far; of those that are gone, nothing. */
  public static Duration of(Collection<Long> pids) {
    var jvm = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return pids.stream()
        .map(ProcessHandle::of)
        .flatMap(Optional::stream)
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ofNanos(jvm.getProcessCpuTime()), Duration::plus);
  }
}
