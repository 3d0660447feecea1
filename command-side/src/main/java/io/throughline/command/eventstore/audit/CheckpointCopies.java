package io.throughline.command.eventstore.audit;

import io.throughline.command.eventstore.notary.StoredLog;
import io.throughline.command.eventstore.notary.StoredLog.KeptCheckpoint;
import io.throughline.kernel.proof.ChainTip;
import io.throughline.kernel.proof.ProofRefused;
import io.throughline.kernel.proof.SignedCheckpoint;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Holds the database's copies of checkpoints against those outside. Nothing rests on the copies;
 * but who changes them has changed the record.
 */
final class CheckpointCopies {
  private final AuditedLog audited;
  private final StoredLog log;

  CheckpointCopies(AuditedLog audited, StoredLog log) {
    this.audited = audited;
    this.log = log;
  }

  List<Finding> compare(List<SignedCheckpoint> outside) throws SQLException, IOException {
    var findings = new ArrayList<Finding>();
    var copied = new HashSet<Long>();
    for (var copy : log.checkpoints(audited.key().name())) {
      copied.add(copy.size());
      compare(copy).ifPresent(what -> findings.add(new Finding.CopyAltered(copy.size(), what)));
    }
    // the last may have been signed a moment ago, and its copy not written yet
    for (var checkpoint : outside.subList(0, Math.max(0, outside.size() - 1))) {
      if (!copied.contains(checkpoint.size())) {
        findings.add(new Finding.CopyAltered(checkpoint.size(), "its row is gone"));
      }
    }
    return findings;
  }

  /** Reads the place again: it may have been signed after the audit began. */
  private Optional<String> compare(KeptCheckpoint copy) throws IOException {
    var note = audited.place().read(copy.size());
    if (note.isEmpty()) {
      return Optional.of("it is not in " + audited.place());
    }
    if (!note.get().equals(copy.note())) {
      return Optional.of("its note is not the one in " + audited.place());
    }
    try {
      ChainTip.of(SignedCheckpoint.open(copy.note(), audited.key()).checkpoint(), copy.state());
      return Optional.empty();
    } catch (ProofRefused e) {
      return Optional.of("its state is not the one that was signed");
    }
  }
}
