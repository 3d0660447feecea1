package io.throughline.command.eventstore.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.command.eventstore.ClusterLock;
import io.throughline.kernel.proof.SignedCheckpoint;
import io.throughline.kernel.proof.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class NotaryTest {
  @TempDir Path folder;

  private final SigningKey key = SigningKey.make("test/log");
  private final FilledLog log = FilledLog.of(20);

  @Test
  void aCheckpointIsKeptOutsideAndInTheDatabase() throws Exception {
    var signed = notary().sign(20).orElseThrow();

    var outside = place().read(20).orElseThrow();
    assertThat(outside).isEqualTo(signed.note());
    assertThat(SignedCheckpoint.open(outside, key.verifierKey()).size()).isEqualTo(20);
    assertThat(log.stored().checkpoints("test/log"))
        .singleElement()
        .satisfies(kept -> assertThat(kept.note()).isEqualTo(outside));
    assertThat(notary().sign(20)).isEmpty();
  }

  @Test
  void aRestartGoesOnFromTheStateThatWasSigned() throws Exception {
    notary().sign(20);
    log.add(5);
    // were it to read the first events again, it would see this
    log.tamper("update events set payload = 'x' where global_index = 3");

    assertThat(notary().sign(25).orElseThrow().size()).isEqualTo(25);
  }

  @Test
  void aStateThatWasTamperedWithCostsAWalkAndNothingElse() throws Exception {
    notary().sign(10);
    notary().sign(20);
    log.tamper("update checkpoints set state = set_byte(state, 3, 255 - get_byte(state, 3))");
    log.add(5);

    assertThat(notary().sign(25).orElseThrow().size()).isEqualTo(25);
  }

  @Test
  void aCrashBetweenThePlaceAndTheDatabaseIsMadeGood() throws Exception {
    notary().sign(10);
    notary().sign(20);
    log.tamper("delete from checkpoints where size = 20");

    assertThat(notary().covered()).isEqualTo(20);
    assertThat(log.stored().checkpoints("test/log")).hasSize(2);
  }

  @Test
  void anAlteredEventIsNotSigned() throws Exception {
    notary().sign(10);
    log.tamper("update events set wire_name = 'order.cancelled.v1' where global_index = 15");

    assertThatThrownBy(() -> notary().sign(20))
        .isInstanceOf(NotaryRefuses.class)
        .hasMessageContaining("event 15");
    assertThat(place().sizes()).containsExactly(10L);
  }

  @Test
  void aRewrittenHistoryIsNotSigned() throws Exception {
    notary().sign(10);
    log.tamper("update events set payload = 'x' where global_index = 5");
    log.recompute(5);
    log.tamper("delete from checkpoints"); // else what lies behind is not read again

    assertThatThrownBy(this::notary)
        .isInstanceOf(NotaryRefuses.class)
        .hasMessageContaining("history was rewritten");
  }

  @Test
  void aRewrittenHistoryDoesNotFitTheStateThatWasSigned() throws Exception {
    notary().sign(10);
    log.tamper("update events set payload = 'x' where global_index = 5");
    log.recompute(5);

    assertThatThrownBy(() -> notary().sign(20)).isInstanceOf(NotaryRefuses.class);
  }

  @Test
  void aShorterLogIsNotSigned() throws Exception {
    notary().sign(20);
    log.tamper("delete from events where global_index > 12");
    log.recompute(12);

    assertThatThrownBy(() -> notary().sign(12))
        .isInstanceOf(NotaryRefuses.class)
        .hasMessageContaining("events are gone");
  }

  @Test
  void anEmptyPlaceIsRefusedWhereSomethingWasSigned() throws Exception {
    notary().sign(20);
    var elsewhere = new CheckpointFolder(folder.resolve("elsewhere"));

    assertThatThrownBy(() -> Notary.resume(log.stored(), elsewhere, key))
        .isInstanceOf(NotaryRefuses.class)
        .hasMessageContaining("20 events");
  }

  @Test
  void aCheckpointOfAnotherKeyIsNotExtended() throws Exception {
    Notary.resume(log.stored(), place(), SigningKey.make("test/log")).sign(20);

    assertThatThrownBy(this::notary)
        .isInstanceOf(NotaryRefuses.class)
        .hasMessageContaining("is not ours");
  }

  @Test
  void anotherCheckpointOfOneSizeIsNeverWritten() throws Exception {
    place().write(7, "first\n");
    place().write(7, "first\n");
    assertThatThrownBy(() -> place().write(7, "second\n")).isInstanceOf(IOException.class);
    assertThat(place().read(7)).contains("first\n");
  }

  @Test
  void theOfficeSignsByItselfAndSaysWhatItRefuses() throws Exception {
    var office = new NotaryOffice(log.dataSource(), place(), key, 5, Duration.ofMinutes(10));
    office.start();
    try {
      await().until(() -> place().sizes().contains(20L));
      log.tamper("delete from events where global_index = 20");
      log.tamper("update event_head set global_index = 19");
      await().until(() -> office.health().getStatus().equals(Status.DOWN));
      assertThat(office.health().getDetails().get("reason")).asString().contains("events are gone");
    } finally {
      office.stop();
    }
  }

  @Test
  void whatWaitsIsSignedWhenTheOfficeCloses() throws Exception {
    var office = new NotaryOffice(log.dataSource(), place(), key, 1000, Duration.ofMinutes(10));
    office.start();
    await().until(() -> office.health().getDetails().containsKey("covered"));
    assertThat(place().sizes()).isEmpty();
    office.stop();
    assertThat(place().sizes()).containsExactly(20L);
  }

  @Test
  void oneOfficeWorksAtATime() throws Exception {
    try (var held =
        ClusterLock.tryAcquire(log.dataSource(), ClusterLock.Work.SIGNING).orElseThrow()) {
      assertThat(held.connection().isValid(1)).isTrue();
      assertThat(ClusterLock.tryAcquire(log.dataSource(), ClusterLock.Work.SIGNING)).isEmpty();
    }
    ClusterLock.tryAcquire(log.dataSource(), ClusterLock.Work.SIGNING).orElseThrow().close();
  }

  @Test
  void theKeyIsMadeOnceAndForItsOwnerAlone() throws Exception {
    var file = folder.resolve("keys/notary.key");
    var made = NotaryKey.readOrMake(file, "test/log", true);

    assertThat(NotaryKey.readOrMake(file, "test/log", false).text()).isEqualTo(made.text());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(NotaryKey.publicFile(file))).isEqualTo(made.verifierKey() + "\n");
    assertThatThrownBy(() -> NotaryKey.readOrMake(file, "another", true))
        .hasMessageContaining("not for another");
    assertThatThrownBy(() -> NotaryKey.readOrMake(folder.resolve("gone"), "test/log", false))
        .hasMessageContaining("bring it back");
  }

  private CheckpointFolder place() {
    return new CheckpointFolder(folder.resolve("checkpoints"));
  }

  private Notary notary() throws SQLException, IOException {
    return Notary.resume(log.stored(), place(), key);
  }
}
