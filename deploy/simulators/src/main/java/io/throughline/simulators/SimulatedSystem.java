package io.throughline.simulators;

import java.util.TreeMap;
import java.util.zip.CRC32;

/** One of the simulated systems, as the host serves it. */
public interface SimulatedSystem {

  Reply answer(Call call);

  /** "Too many requests", as this system words it. */
  Reply tooMany();

  /** "Internal error", as this system words it. */
  Reply broken();

  /** "Being maintained", as this system words it; until when is added. */
  default Reply maintained() {
    return Reply.json(503, "{\"message\": \"The service is undergoing scheduled maintenance.\"}");
  }

  /** How many calls it works on at a time; more are answered {@link #tooMany}. */
  default int permits() {
    return Integer.MAX_VALUE;
  }

  /** Whether its connections can break. */
  default boolean losesConnections() {
    return true;
  }

  /** What makes two calls the same call, tried twice: faults go by it. */
  default String identity(Call call) {
    var crc = new CRC32();
    crc.update(call.body());
    return call.method()
        + " "
        + call.path()
        + " "
        + new TreeMap<>(call.query())
        + " "
        + crc.getValue();
  }
}
