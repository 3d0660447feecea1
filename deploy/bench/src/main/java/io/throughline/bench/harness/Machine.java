package io.throughline.bench.harness;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * On what it was measured.
 *
 * @param memoryMb of the whole machine
 * @param collectors of garbage
 * @param load the system's load average when the suite began, ours not yet in it
 */
public record Machine(
    String os,
    int processors,
    long memoryMb,
    long heapMb,
    List<String> collectors,
    String java,
    double load) {

  public static Machine here() {
    var os = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return new Machine(
        os.getName() + " " + os.getVersion() + " " + os.getArch(),
        os.getAvailableProcessors(),
        os.getTotalMemorySize() >> 20,
        Runtime.getRuntime().maxMemory() >> 20,
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .toList(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        os.getSystemLoadAverage());
  }
}
