package io.throughline.command.eventstore.notary;

import io.throughline.command.eventstore.notary.StoredLog.KeptCheckpoint;
import io.throughline.kernel.proof.ChainTip;
import io.throughline.kernel.proof.Checkpoint;
import io.throughline.kernel.proof.ProofRefused;
import io.throughline.kernel.proof.SignedCheckpoint;
import io.throughline.kernel.proof.SigningKey;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Signs how long the log is and what it holds. What it signed before it knows from the outside
 * place alone; the database's copies only spare it reading everything again.
 */
public final class Notary {
  private final StoredLog log;
  private final CheckpointPlace place;
  private final SigningKey key;
  private ChainTip signed;

  private Notary(StoredLog log, CheckpointPlace place, SigningKey key, ChainTip signed) {
    this.log = log;
    this.place = place;
    this.key = key;
    this.signed = signed;
  }

  /**
   * Takes up its work where the last checkpoint was signed.
   *
   * @throws NotaryRefuses if the log does not extend that checkpoint
   */
  public static Notary resume(StoredLog log, CheckpointPlace place, SigningKey key)
      throws SQLException, IOException {
    var notary = new Notary(log, place, key, ChainTip.beginning());
    var sizes = place.sizes();
    if (sizes.isEmpty()) {
      notary.refuseIfSignedElsewhere();
    } else {
      notary.goOnFrom(sizes.last());
    }
    return notary;
  }

  private void refuseIfSignedElsewhere() throws SQLException {
    for (var kept : log.checkpoints(origin())) {
      if (isOurs(kept.note())) {
        throw new NotaryRefuses(
            "The database knows a checkpoint of "
                + kept.size()
                + " events that is not in "
                + place
                + ": name the place where checkpoints were kept before, or bring them back.");
      }
    }
  }

  private boolean isOurs(String note) {
    try {
      SignedCheckpoint.open(note, key.verifierKey());
      return true;
    } catch (ProofRefused _) {
      return false;
    }
  }

  private void goOnFrom(long size) throws SQLException, IOException {
    var last = read(size);
    var kept = log.checkpoints(origin());
    signed = newestState(kept, size);
    if (signed.size() < size) {
      walkTo(last);
    }
    var ours = kept.stream().filter(row -> row.size() == size).findFirst();
    if (ours.isEmpty()) { // stopped between writing there and writing here
      log.keep(origin(), new KeptCheckpoint(size, last.note(), signed.toBytes()));
    } else if (!ours.get().note().equals(last.note())) {
      throw new NotaryRefuses(
          "The database has another checkpoint of " + size + " events than " + place + ".");
    }
  }

  private SignedCheckpoint read(long size) throws IOException {
    try {
      var note = place.read(size).orElseThrow(() -> new ProofRefused("It is gone"));
      var checkpoint = SignedCheckpoint.open(note, key.verifierKey());
      if (checkpoint.size() != size) {
        throw new ProofRefused("It is of " + checkpoint.size() + " events");
      }
      return checkpoint;
    } catch (ProofRefused e) {
      throw new NotaryRefuses(
          "The checkpoint of " + size + " events in " + place + " is not ours: " + e.getMessage(),
          e);
    }
  }

  /** Where the walk can go on, of what both the place and the database know. */
  private ChainTip newestState(Iterable<KeptCheckpoint> kept, long upTo) throws IOException {
    var newest = ChainTip.beginning();
    for (var row : kept) {
      if (row.size() <= upTo && place.read(row.size()).filter(row.note()::equals).isPresent()) {
        try {
          var checkpoint = SignedCheckpoint.open(row.note(), key.verifierKey()).checkpoint();
          newest = ChainTip.of(checkpoint, row.state());
        } catch (ProofRefused _) {
          // a state that was tampered with is of no use; an earlier one is
        }
      }
    }
    return newest;
  }

  private void walkTo(SignedCheckpoint last) throws SQLException {
    if (log.last() < last.size()) {
      throw new NotaryRefuses(
          "The log ends at event "
              + log.last()
              + ", but a checkpoint of "
              + last.size()
              + " events was signed: events are gone.");
    }
    walk(signed, last.size());
    if (!Arrays.equals(signed.root(), last.root())) {
      throw new NotaryRefuses(
          "The log is not the one that checkpoint "
              + last.size()
              + " was signed for: history was rewritten.");
    }
  }

  private void walk(ChainTip tip, long last) throws SQLException {
    try {
      LogWalk.strict(log, tip).to(last, (_, _) -> {});
    } catch (LogWalk.Broken e) {
      throw new NotaryRefuses("The log is altered at " + e.getMessage() + ".", e);
    }
  }

  /** So many events are under a checkpoint. */
  public long covered() {
    return signed.size();
  }

  /**
   * Signs the log up to an event, after a look at all that are not signed yet.
   *
   * @return empty if there are none
   * @throws NotaryRefuses if the log is not whole up to there; nothing is signed then
   */
  public Optional<SignedCheckpoint> sign(long upTo) throws SQLException, IOException {
    if (upTo < covered()) {
      throw new NotaryRefuses(
          "The log ends at event "
              + upTo
              + ", but a checkpoint of "
              + covered()
              + " events was signed: events are gone.");
    }
    if (upTo == covered()) {
      return Optional.empty();
    }
    var tip = signed.copy();
    walk(tip, upTo);
    var checkpoint = SignedCheckpoint.sign(new Checkpoint(origin(), upTo, tip.root()), key);
    place.write(upTo, checkpoint.note());
    log.keep(origin(), new KeptCheckpoint(upTo, checkpoint.note(), tip.toBytes()));
    signed = tip;
    return Optional.of(checkpoint);
  }

  private String origin() {
    return key.verifierKey().name();
  }
}
