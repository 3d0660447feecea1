package io.throughline.bench.harness;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Processor time so far: it tells what a call costs even where others keep the machine busy. */
public final class Cpu {
  private Cpu() {}

  public static Duration ofThisJvm() {
    var jvm = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return Duration.ofNanos(jvm.getProcessCpuTime());
  }

  /**
   * Of a process and of all whom it started, those that have ended since among them: it never gets
   * less.
   */
  public static Duration ofFamily(ProcessHandle parent) throws IOException {
    while (true) {
      var ended = ofEnded(parent);
      var living =
          Stream.concat(Stream.of(parent), parent.children())
              .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
              .reduce(Duration.ZERO, Duration::plus);
      if (ended.equals(ofEnded(parent))) { // else somebody was counted twice, or not at all
        return ended.plus(living);
      }
    }
  }

  /** Linux, proc_pid_stat(5): cutime and cstime, in hundredths of a second; elsewhere unknown. */
  private static Duration ofEnded(ProcessHandle parent) throws IOException {
    var stat = Path.of("/proc", Long.toString(parent.pid()), "stat");
    if (Files.notExists(stat)) {
      return Duration.ZERO;
    }
    var line = Files.readString(stat);
    var fields = line.substring(line.lastIndexOf(')') + 2).split(" "); // a name may have blanks
    return Duration.ofMillis(10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
  }
}
