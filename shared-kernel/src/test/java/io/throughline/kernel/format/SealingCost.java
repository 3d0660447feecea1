package io.throughline.kernel.format;

import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.event.Samples;
import io.throughline.kernel.privacy.DataKey;
import io.throughline.kernel.privacy.PersonalDataKeys;
import java.util.Arrays;
import java.util.Optional;

/** To be run by hand: what sealing and opening an order costs, in microseconds, as medians. */
final class SealingCost {
  private static final int ROUNDS = 15;
  private static final int EVENTS = 20_000;

  private SealingCost() {}

  public static void main(String[] arguments) {
    var event =
        Samples.all().stream().filter(OrderSubmitted.class::isInstance).findFirst().orElseThrow();
    var plain = new EventFormat();
    var sealing = new EventFormat(new OneKey());
    report("write, plain", () -> plain.write(event));
    report("write, sealed", () -> sealing.write(event));
    var open = plain.write(event);
    var sealed = sealing.write(event);
    report("read, plain", () -> plain.read(plain.wireName(event), open));
    report("read, sealed", () -> sealing.read(plain.wireName(event), sealed));
    System.out.println("bytes: plain " + open.length + ", sealed " + sealed.length);
  }

  private static void report(String what, Runnable work) {
    var micros = new double[ROUNDS];
    for (var round = 0; round < ROUNDS; round++) {
      var start = System.nanoTime();
      for (var i = 0; i < EVENTS; i++) {
        work.run();
      }
      micros[round] = (System.nanoTime() - start) / 1_000.0 / EVENTS;
    }
    Arrays.sort(micros);
    System.out.printf("%-14s %.2f us%n", what, micros[ROUNDS / 2]);
  }

  private static final class OneKey implements PersonalDataKeys {
    private final Optional<DataKey> key =
        Optional.of(new DataKey("AAAAAAAAAAAA", new byte[DataKey.LENGTH]));

    @Override
    public Optional<DataKey> toSeal(String owner, String wireName) {
      return key;
    }

    @Override
    public Optional<DataKey> toOpen(String keyId) {
      return key;
    }
  }
}
