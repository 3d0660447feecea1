package io.throughline.command.eventstore.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.command.eventstore.notary.CheckpointFolder;
import io.throughline.command.eventstore.notary.FilledLog;
import io.throughline.command.eventstore.notary.Notary;
import io.throughline.command.eventstore.notary.StoredLog;
import io.throughline.kernel.proof.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A log of 60 events with checkpoints at 20, 33 and 50. */
@Order(1)
class VerificationTest {
  private static final SigningKey KEY = SigningKey.make("test/log");
  private static final FilledLog UNTOUCHED = FilledLog.of(60);

  @TempDir private static Path signed;

  @TempDir Path folder;

  private final FilledLog log = UNTOUCHED.copy();
  private CheckpointFolder place;

  @BeforeAll
  static void sign() throws Exception {
    try (var connection = UNTOUCHED.connection()) {
      for (var size : new long[] {20, 33, 50}) {
        Notary.resume(new StoredLog(connection), new CheckpointFolder(signed), KEY).sign(size);
      }
    }
  }

  @BeforeEach
  void copy() throws Exception {
    var checkpoints = Files.createDirectory(folder.resolve("checkpoints"));
    for (var size : new long[] {20, 33, 50}) {
      var name = CheckpointFolder.fileName(size);
      Files.copy(signed.resolve(name), checkpoints.resolve(name));
    }
    place = new CheckpointFolder(checkpoints);
  }

  @Test
  void aLogThatNobodyTouchedIsComplete() throws Exception {
    var verdict = verify();
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.events()).isEqualTo(60);
    assertThat(verdict.checkpoints()).isEqualTo(3);
    assertThat(verdict.covered()).isEqualTo(50);
    assertThat(verdict.uncovered()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "update events set payload = set_byte(payload, 2, 1) where global_index = 7 | index 7:",
        "update events set metadata = '1' where global_index = 60 | index 60:",
        "update events set hash = set_byte(hash, 2, get_byte(hash, 2) # 1) where global_index = 7 |"
            + " index 7:",
        "update events set occurred_at = occurred_at + interval '1 microsecond' where global_index"
            + " = 9 | index 9:",
        "update events set recorded_at = 'infinity' where global_index = 9 | index 9:",
        "update events set occurred_at = '-infinity' where global_index = 9 | index 9:",
        "update events set event_id = gen_random_uuid() where global_index = 33 | index 33:",
        "update events set sequence = 99 where global_index = 34 | index 34:",
        "update events set aggregate_type = 'customer' where global_index = 1 | index 1:",
        "update events set aggregate_id = 'O-1' where global_index = 50 | index 50:",
        "alter table events alter metadata drop not null; update events set metadata = null where"
            + " global_index = 4 | index 4: a column is null",
        "update events set hash = '1' where global_index = 4 | index 4: its hash has 1 bytes",
        "delete from events where global_index = 30 | index 30: it is missing",
        "delete from events where global_index = 1 | index 1: it is missing",
        "delete from events where global_index > 40 | truncated since checkpoint 50: the log ends"
            + " at event 40",
        "delete from events where global_index > 55 | event_head: it says that the log ends at 60",
        "delete from events | truncated since checkpoint 50: the log ends at event 0",
        "update events set global_index = 0 where global_index = 1 | rows stand before the first"
            + " event",
        "update events set global_index = global_index + 1000 where global_index > 59 | index 60:"
            + " it is missing",
        "alter table events drop constraint events_pkey; update events set global_index = 8 where"
            + " global_index = 9 | index 8: it is there more than once",
        "update event_head set hash = '1' | event_head: its hash",
        "delete from event_head | event_head: its row is gone",
        "delete from checkpoints where size = 20 | the table checkpoints at 20: its row is gone",
        "update checkpoints set note = concat(note, ' ') where size = 33 | the table checkpoints at"
            + " 33: its note",
        "update checkpoints set state = '1' where size = 50 | the table checkpoints at 50: its"
            + " state",
        "update checkpoints set size = 51 where size = 50 | the table checkpoints at 51: it is not"
            + " in",
        "alter table events drop column metadata | cannot be read",
        "drop table checkpoints | cannot be read",
      })
  void whatWasDoneToItIsFoundAndNamed(String sql, String named) throws Exception {
    log.tamper(sql);
    assertThat(verify().findings()).anyMatch(finding -> finding.sentence().contains(named));
  }

  @ParameterizedTest
  @CsvSource({"5, 1, 20", "20, 1, 20", "21, 21, 33", "33, 21, 33", "50, 34, 50"})
  void aHistoryThatWasRewrittenWithRightHashesIsFound(long at, long from, long to)
      throws Exception {
    log.tamper("update events set payload = 'x' where global_index = " + at);
    log.recompute(at);
    assertThat(verify().findings()).contains(new Finding.Rewritten(from, to, to));
  }

  @Test
  void oneAlteredEventIsOneFinding() throws Exception {
    log.tamper("update events set payload = 'x' where global_index in (7, 44)");
    assertThat(verify().findings())
        .extracting(finding -> ((Finding.Altered) finding).globalIndex())
        .containsExactly(7L, 44L);
  }

  @Test
  void aSpoiledCheckpointIsNamed() throws Exception {
    var file = folder.resolve("checkpoints").resolve(CheckpointFolder.fileName(33));
    Files.writeString(file, Files.readString(file).replace("\n33\n", "\n34\n"));
    assertThat(verify().findings()).anyMatch(Finding.CheckpointSpoiled.class::isInstance);
  }

  @Test
  void withoutCheckpointsNothingIsProven() throws Exception {
    var elsewhere = new CheckpointFolder(folder.resolve("elsewhere"));
    try (var connection = log.connection()) {
      var verdict =
          Verification.ofAll(
              new AuditedLog(connection, elsewhere, KEY.verifierKey()), AuditProgress.SILENT);
      assertThat(verdict.findings()).contains(new Finding.Unsigned(60));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 60", "7, 7", "20, 21", "21, 33", "34, 40", "51, 60", "55, 99", "2, 50"})
  void aPartIsVerifiedAsAWholeIs(long from, long to) throws Exception {
    assertThat(verify(from, to).findings()).isEmpty();
    log.tamper("update events set payload = 'x' where global_index = " + from);
    assertThat(verify(from, to).findings())
        .anyMatch(finding -> finding.sentence().contains("index " + from + ":"));
  }

  @ParameterizedTest
  @CsvSource({"7, 7, 5", "7, 7, 12", "21, 22, 33", "25, 49, 30", "34, 40, 45"})
  void aPartIsHeldAgainstTheCheckpointsAroundIt(long from, long to, long rewritten)
      throws Exception {
    log.tamper("update events set payload = 'x' where global_index = " + rewritten);
    log.recompute(rewritten);
    assertThat(verify(from, to).findings()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "61, 70", "7, 6"})
  void aPartThatIsNotThereIsRefused(long from, long to) {
    assertThatThrownBy(() -> verify(from, to))
        .isInstanceOf(AuditRefused.class)
        .hasMessageContaining("1 to 60");
  }

  @Test
  void everyEventUnderACheckpointCanBeProven() throws Exception {
    try (var connection = log.connection()) {
      var audited = new AuditedLog(connection, place, KEY.verifierKey());
      for (var index = 1; index <= 50; index++) {
        var proof = Proofs.ofEvent(audited, FilledLog.event(index).eventId());
        assertThat(proof.check(KEY.verifierKey()).size()).isGreaterThanOrEqualTo(index);
      }
      assertThatThrownBy(() -> Proofs.ofEvent(audited, FilledLog.event(51).eventId()))
          .hasMessageContaining("No checkpoint covers event 51 yet");
      assertThatThrownBy(() -> Proofs.ofEvent(audited, new UUID(0, 0)))
          .hasMessageContaining("has no event");
    }
  }

  @Test
  void growthIsProvenBetweenAnyTwoCheckpoints() throws Exception {
    try (var connection = log.connection()) {
      var audited = new AuditedLog(connection, place, KEY.verifierKey());
      for (var pair : new long[][] {{20, 20}, {20, 33}, {20, 50}, {33, 50}}) {
        var growth = Proofs.ofGrowth(audited, pair[0], pair[1]).check(KEY.verifierKey());
        assertThat(growth.earlier().size()).isEqualTo(pair[0]);
        assertThat(growth.later().size()).isEqualTo(pair[1]);
      }
      assertThatThrownBy(() -> Proofs.ofGrowth(audited, 20, 40))
          .hasMessageContaining("there are: 20, 33, 50");
    }
  }

  private Verdict verify() throws Exception {
    return verify(1, Long.MAX_VALUE);
  }

  private Verdict verify(long from, long to) throws Exception {
    try (var connection = log.connection()) {
      var audited = new AuditedLog(connection, place, KEY.verifierKey());
      return Verification.ofSome(audited, from, to, AuditProgress.SILENT);
    }
  }
}
