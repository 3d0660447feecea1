package io.throughline.command.eventstore.audit;

import io.throughline.command.eventstore.notary.LogWalk;
import io.throughline.command.eventstore.notary.StoredLog;
import io.throughline.command.eventstore.notary.StoredRow;
import io.throughline.kernel.pack.EventProof;
import io.throughline.kernel.pack.GrowthProof;
import io.throughline.kernel.pack.HashedEvent;
import io.throughline.kernel.proof.ChainTip;
import io.throughline.kernel.proof.ConsistencyProof;
import io.throughline.kernel.proof.EventHash;
import io.throughline.kernel.proof.InclusionProof;
import io.throughline.kernel.proof.ProofRefused;
import io.throughline.kernel.proof.SignedCheckpoint;
import io.throughline.kernel.proof.Span;
import io.throughline.kernel.proof.SpanHashes;
import io.throughline.kernel.proof.TreeHash;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes proofs that are checked without the log. Each was checked before it is handed out. */
public final class Proofs {

  private Proofs() {}

  /**
   * That an event stands in the log, under the first checkpoint that covers it.
   *
   * @throws AuditRefused if there is no such event, no checkpoint covers it yet, or the log is
   *     altered
   */
  public static EventProof ofEvent(AuditedLog audited, UUID eventId)
      throws SQLException, IOException {
    var checkpoints = audited.soundCheckpoints();
    return audited.inOneSnapshot(log -> ofEvent(audited, log, checkpoints, eventId));
  }

  private static EventProof ofEvent(
      AuditedLog audited, StoredLog log, List<SignedCheckpoint> checkpoints, UUID eventId)
      throws SQLException {
    var index =
        log.indexOf(eventId)
            .orElseThrow(() -> new AuditRefused("The log has no event " + eventId + "."));
    var covering =
        checkpoints.stream()
            .filter(checkpoint -> checkpoint.size() >= index)
            .findFirst()
            .orElseThrow(
                () ->
                    new AuditRefused(
                        "No checkpoint covers event "
                            + index
                            + " yet: the notary signs every few seconds."));
    var rows = new ArrayList<StoredRow>();
    log.rows(index, index, rows::add);
    var predecessor = new ArrayList<byte[]>(List.of(EventHash.beforeTheFirst()));
    log.hashes(index - 1, index - 1, row -> predecessor.add(row.hash()));
    var path = roots(log, InclusionProof.spans(index - 1, covering.size()), covering.size());
    var row = rows.getFirst();
    var proof =
        new EventProof(
            new HashedEvent(row.event(), row.hash()), predecessor.getLast(), path, covering.note());
    return sound(() -> proof.check(audited.key()), proof);
  }

  /**
   * That the log was only added to between two checkpoints.
   *
   * @param earlier size of the one
   * @param later size of the other
   * @throws AuditRefused if one of them is not there, or the log is altered
   */
  public static GrowthProof ofGrowth(AuditedLog audited, long earlier, long later)
      throws SQLException, IOException {
    if (later < earlier) {
      throw new AuditRefused("Name the earlier checkpoint first.");
    }
    var checkpoints = audited.soundCheckpoints();
    var before = find(checkpoints, earlier);
    var after = find(checkpoints, later);
    var path =
        audited.inOneSnapshot(log -> roots(log, ConsistencyProof.spans(earlier, later), later));
    var proof = new GrowthProof(before.note(), after.note(), path);
    return sound(() -> proof.check(audited.key()), proof);
  }

  private static SignedCheckpoint find(List<SignedCheckpoint> checkpoints, long size) {
    return checkpoints.stream()
        .filter(checkpoint -> checkpoint.size() == size)
        .findFirst()
        .orElseThrow(
            () ->
                new AuditRefused(
                    "There is no checkpoint of "
                        + size
                        + " events; there are: "
                        + someOf(checkpoints)
                        + "."));
  }

  private static String someOf(List<SignedCheckpoint> checkpoints) {
    var sizes = checkpoints.stream().map(checkpoint -> Long.toString(checkpoint.size())).toList();
    return sizes.size() <= 8
        ? String.join(", ", sizes)
        : String.join(", ", sizes.subList(0, 4))
            + " … "
            + String.join(", ", sizes.subList(sizes.size() - 4, sizes.size()));
  }

  private static List<byte[]> roots(StoredLog log, List<Span> spans, long size)
      throws SQLException {
    var hashes = new SpanHashes(spans);
    try {
      new LogWalk(log, ChainTip.beginning(), _ -> {})
          .skipTo(size, at -> hashes.add(TreeHash.leaf(at.link())));
    } catch (LogWalk.Broken e) {
      throw new AuditRefused("The log is altered at " + e.getMessage() + ". Run audit verify.", e);
    }
    return hashes.roots();
  }

  private static <T> T sound(Runnable check, T proof) {
    try {
      check.run();
      return proof;
    } catch (ProofRefused e) {
      throw new AuditRefused(
          "The log is altered: no proof can be made of it ("
              + e.getMessage()
              + "). Run audit"
              + " verify.",
          e);
    }
  }
}
