package io.throughline.command.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.RunningCommandSide;
import io.throughline.command.platform.tasks.Next;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.event.EpochEvent.EpochBegan;
import io.throughline.kernel.event.EpochEvent.EpochKeyDestroyed;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.privacy.DataKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Stops the rotation at every call of the vault, before and after it, and begins again. */
class RotationTest {
  private static RunningCommandSide running;

  @BeforeAll
  static void start() throws Exception {
    running = RunningCommandSide.start(0);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  /** As if the process had died. */
  private static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Dies at one of its calls, before or after it is carried out. */
  private static final class Mortal implements KeyVault {
    private final KeyVault vault;
    private int left;
    private boolean died;

    Mortal(KeyVault vault, int calls) {
      this.vault = vault;
      this.left = calls;
    }

    private void pulse() {
      if (left-- == 0) {
        died = true;
        throw new Died();
      }
    }

    @Override
    public void create(int epoch) {
      pulse();
      vault.create(epoch);
      pulse();
    }

    @Override
    public SortedSet<Integer> epochs() {
      pulse();
      return vault.epochs();
    }

    @Override
    public byte[] wrap(int epoch, byte[] key, String context) {
      pulse();
      return vault.wrap(epoch, key, context);
    }

    @Override
    public byte[] unwrap(int epoch, byte[] wrapped, String context) {
      return vault.unwrap(epoch, wrapped, context);
    }

    @Override
    public void destroy(int epoch) {
      pulse();
      vault.destroy(epoch);
      pulse();
    }

    @Override
    public byte[] fingerprint(byte[] text) {
      return vault.fingerprint(text);
    }
  }

  @Test
  void whereverItStopsEveryKeyIsKeptAndOldEpochsEnd() {
    var keys = running.bean(CustomerKeys.class);
    var vault = running.bean(KeyVault.class);
    var rows = running.bean(KeyRows.class);
    var made = new ArrayList<DataKey>();
    for (var customer = 0; customer < 3; customer++) {
      made.add(keys.toSeal("CUSTOMER-" + customer, "order.submitted.v1").orElseThrow());
    }
    var stops = 0;
    for (var calls = 0; ; calls++) {
      var mortal = new Mortal(vault, calls);
      run(mortal);
      if (!mortal.died) {
        break;
      }
      stops++;
      assertOpen(made);
      run(vault);
      assertOpen(made);
      var current = rows.newestEpoch().orElseThrow().number();
      assertThat(rows.epochs()).as("after stop " + calls).containsExactly(current);
      assertThat(vault.epochs()).as("after stop " + calls).containsExactly(current);
    }
    assertThat(stops).isGreaterThan(6);
    var current = rows.newestEpoch().orElseThrow().number();
    var history = running.log().of("epoch/keys").stream().map(RecordedEvent::event).toList();
    assertThat(history.stream().filter(EpochBegan.class::isInstance))
        .extracting(it -> ((EpochBegan) it).epoch())
        .containsExactlyElementsOf(upTo(current));
    assertThat(history.stream().filter(EpochKeyDestroyed.class::isInstance))
        .extracting(it -> ((EpochKeyDestroyed) it).epoch())
        .containsExactlyElementsOf(upTo(current - 1));
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  /** Every epoch is over at once. */
  private static void run(KeyVault vault) {
    var task =
        new RotationTask(
            running.bean(KeyRows.class),
            vault,
            running.bean(CommandGateway.class),
            running.bean(BusinessClock.class),
            new PrivacyProperties(null, Duration.ofMillis(1), Duration.ofSeconds(10), 100));
    try {
      assertThat(task.run(new RotationTask.Nothing(), 1)).isInstanceOf(Next.NotYet.class);
    } catch (Died _) {
      // begun again by whoever called
    }
  }

  private static void assertOpen(List<DataKey> made) {
    var restarted =
        new CustomerKeys(
            running.bean(KeyRows.class),
            running.bean(KeyVault.class),
            running.bean(BusinessClock.class),
            new PrivacyProperties(null, Duration.ofDays(30), Duration.ofSeconds(10), 100));
    for (var key : made) {
      assertThat(restarted.toOpen(key.id()).orElseThrow().bytes()).isEqualTo(key.bytes());
    }
  }
}
