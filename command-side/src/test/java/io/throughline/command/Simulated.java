package io.throughline.command;

import io.throughline.command.platform.Traces;
import io.throughline.kernel.BusinessClock;
import io.throughline.simulators.CarrierAccounts;
import io.throughline.simulators.SimulatorSettings;
import io.throughline.simulators.Simulators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The simulated ERP and logistics provider for adapter tests, on a clock on which a day passes in a
 * second.
 */
public final class Simulated {
  public static final String CARRIER_TOKEN = "carrier-token";
  public static final String WEBHOOK_SECRET = "whsec_c2VjcmV0LW9mLXRoZS10ZXN0cw==";
  public static final String REFRESH_TOKEN = "refresh-token";
  public static final String SHARED_SECRET = "shared-signature-secret";
  private static final KeyPair CLIENT = RunningCommandSide.keyPair("EC", 256);

  /** No trace at all. */
  public static final Traces UNTRACED =
      new Traces() {
        @Override
        public Optional<String> current() {
          return Optional.empty();
        }

        @Override
        public Optional<String> currentId() {
          return Optional.empty();
        }

        @Override
        public <R> R within(Optional<String> traceparent, String name, Supplier<R> work) {
          return work.get();
        }
      };

  private Simulated() {}

  public static Simulators start(double faultRate) {
    return start(folder(), faultRate, Duration.ZERO);
  }

  public static Simulators start(Path journals, double faultRate, Duration latency) {
    return start(journals, faultRate, latency, 0);
  }

  /**
   * Without faults.
   *
   * @param clockRate business seconds in one second
   */
  public static Simulators atRate(double clockRate) {
    return start(folder(), 0, Duration.ZERO, 0, clockRate);
  }

  /**
   * @param port 0 for any free one
   */
  public static Simulators start(Path journals, double faultRate, Duration latency, int port) {
    return start(journals, faultRate, latency, port, 86_400);
  }

  private static Simulators start(
      Path journals, double faultRate, Duration latency, int port, double clockRate) {
    var now = Instant.now();
    return Simulators.start(
        new SimulatorSettings(
            port,
            journals,
            7,
            faultRate,
            latency,
            15,
            List.of(new SimulatorSettings.ErpClient("client", "certificate", publicKey())),
            new CarrierAccounts(CARRIER_TOKEN, WEBHOOK_SECRET, REFRESH_TOKEN, SHARED_SECRET),
            Duration.ofDays(1),
            Duration.ofDays(1)),
        new BusinessClock(Clock.systemUTC(), now, now, clockRate));
  }

  public static Path folder() {
    try {
      return Files.createTempDirectory("simulators");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String publicKey() {
    return Base64.getEncoder().encodeToString(CLIENT.getPublic().getEncoded());
  }

  public static String privateKey() {
    return Base64.getEncoder().encodeToString(CLIENT.getPrivate().getEncoded());
  }

  /** A key that the ERP does not know. */
  public static String strangersKey() {
    return Base64.getEncoder()
        .encodeToString(RunningCommandSide.keyPair("EC", 256).getPrivate().getEncoded());
  }
}
