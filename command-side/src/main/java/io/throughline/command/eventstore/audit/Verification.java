package io.throughline.command.eventstore.audit;

import io.throughline.command.eventstore.notary.LogWalk;
import io.throughline.command.eventstore.notary.StoredLog;
import io.throughline.kernel.proof.ChainTip;
import io.throughline.kernel.proof.ProofRefused;
import io.throughline.kernel.proof.SignedCheckpoint;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Walks over the log, holds each event against its hash and its predecessor, and the tree over them
 * against every signed checkpoint on the way.
 */
public final class Verification {
  private static final int KEPT = 100;
  private static final long BETWEEN_REPORTS = 10_000;

  private final StoredLog log;
  private final AuditedLog audited;
  private final AuditProgress progress;
  private final List<Finding> findings = new ArrayList<>();
  private final List<SignedCheckpoint> checkpoints;
  private long found;
  private int next;
  private long lastGood;
  private boolean rewritten;

  private Verification(
      StoredLog log,
      AuditedLog audited,
      List<SignedCheckpoint> checkpoints,
      AuditProgress progress) {
    this.log = log;
    this.audited = audited;
    this.checkpoints = checkpoints;
    this.progress = progress;
  }

  /** Looks at all of the log. */
  public static Verdict ofAll(AuditedLog audited, AuditProgress progress) throws IOException {
    return run(audited, 1, Long.MAX_VALUE, progress);
  }

  /**
   * Looks at some of its events; of the others only the hashes are read, to make the tree.
   *
   * @param from global index of the first
   * @param to of the last; beyond the log's end means its end
   */
  public static Verdict ofSome(AuditedLog audited, long from, long to, AuditProgress progress)
      throws IOException {
    return run(audited, from, to, progress);
  }

  private static Verdict run(AuditedLog audited, long from, long to, AuditProgress progress)
      throws IOException {
    var spoiled = new ArrayList<Finding>();
    // first these, then the database: what they cover is in its snapshot then
    var checkpoints = audited.checkpoints(spoiled);
    try {
      return audited.inOneSnapshot(
          log -> {
            var verification = new Verification(log, audited, checkpoints, progress);
            spoiled.forEach(verification::note);
            return verification.run(from, to);
          });
    } catch (SQLException e) {
      spoiled.add(new Finding.Unreadable(oneLine(e)));
      return new Verdict(0, from, to, checkpoints.size(), 0, 0, spoiled, spoiled.size());
    }
  }

  private static String oneLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private Verdict run(long from, long to) throws SQLException, IOException {
    var last = log.last();
    if (from < 1 || from > Math.max(1, last) || to < from) {
      throw new AuditRefused("The log goes from event 1 to " + last + ".");
    }
    var end = Math.min(to, last);
    var covered = checkpoints.isEmpty() ? 0 : checkpoints.getLast().size();
    if (covered > last) {
      note(new Finding.Truncated(last, covered));
    } else if (covered == 0 && last > 0) {
      note(new Finding.Unsigned(last));
    }
    if (log.outOfPlace() > 0) {
      note(new Finding.Altered(0, "rows stand before the first event"));
    }
    try {
      walk(from, end, last);
    } catch (LogWalk.Broken e) {
      note(new Finding.Altered(e.misfit().globalIndex(), e.misfit().what()));
    }
    new CheckpointCopies(audited, log).compare(checkpoints).forEach(this::note);
    return new Verdict(
        last, from, end, checkpoints.size(), covered, Math.max(0, last - covered), findings, found);
  }

  private void walk(long from, long to, long last) throws SQLException {
    var tip = beginning(from);
    lastGood = tip.size();
    while (next < checkpoints.size() && checkpoints.get(next).size() <= tip.size()) {
      next++;
    }
    var walk =
        new LogWalk(
            log, tip, misfit -> note(new Finding.Altered(misfit.globalIndex(), misfit.what())));
    walk.skipTo(from - 1, this::look);
    walk.to(
        to,
        (_, at) -> {
          look(at);
          if (at.size() % BETWEEN_REPORTS == 0) {
            progress.at(at.size() - from + 1, to - from + 1);
          }
        });
    progress.at(to - from + 1, to - from + 1);
    if (to == last) {
      compareHead(tip);
    } else {
      walk.skipTo(coveringCheckpoint(to, last), this::look);
    }
  }

  /** A part needs no walk from the first event on if the database knows a state that was signed. */
  private ChainTip beginning(long from) throws SQLException {
    var tip = ChainTip.beginning();
    if (from > 1) {
      for (var kept : log.checkpoints(audited.key().name())) {
        var signed =
            checkpoints.stream()
                .filter(checkpoint -> checkpoint.size() == kept.size())
                .filter(checkpoint -> checkpoint.size() < from)
                .findFirst();
        if (signed.isPresent()) {
          try {
            tip = ChainTip.of(signed.get().checkpoint(), kept.state());
          } catch (ProofRefused _) {
            // told of when the copies are compared
          }
        }
      }
    }
    return tip;
  }

  private long coveringCheckpoint(long to, long last) {
    return checkpoints.stream()
        .mapToLong(SignedCheckpoint::size)
        .filter(size -> size >= to && size <= last)
        .findFirst()
        .orElse(to);
  }

  private void look(ChainTip tip) {
    if (next < checkpoints.size() && checkpoints.get(next).size() == tip.size()) {
      var checkpoint = checkpoints.get(next);
      next++;
      if (Arrays.equals(tip.root(), checkpoint.root())) {
        lastGood = checkpoint.size();
      } else if (!rewritten) { // those after it cannot fit either
        rewritten = true;
        note(new Finding.Rewritten(lastGood + 1, checkpoint.size(), checkpoint.size()));
      }
    }
  }

  private void compareHead(ChainTip tip) throws SQLException {
    var head = log.head();
    if (head.isEmpty()) {
      note(new Finding.HeadMoved("its row is gone"));
    } else if (head.get().globalIndex() != tip.size()) {
      note(
          new Finding.HeadMoved(
              "it says that the log ends at "
                  + head.get().globalIndex()
                  + ", but it ends at "
                  + tip.size()));
    } else if (!Arrays.equals(head.get().hash(), tip.link())) {
      note(new Finding.HeadMoved("its hash is not that of the last event"));
    }
  }

  private void note(Finding finding) {
    found++;
    if (findings.size() < KEPT) {
      findings.add(finding);
    }
  }
}
