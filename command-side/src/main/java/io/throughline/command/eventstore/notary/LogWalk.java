package io.throughline.command.eventstore.notary;

import io.throughline.kernel.proof.ChainTip;
import io.throughline.kernel.proof.EventHash;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Goes from event to event and holds each against its hash and its predecessor's. An event whose
 * bytes do not fit is told of, and the walk goes on from the hash that the database has; where an
 * event is missing there is no going on.
 */
public final class LogWalk {
  private final StoredLog log;
  private final ChainTip tip;
  private final Consumer<Misfit> misfits;

  /**
   * What does not fit.
   *
   * @param globalIndex where
   * @param what a clause: "its bytes do not fit its hash"
   */
  public record Misfit(long globalIndex, String what) {}

  /** The log cannot be walked past this place. */
  public static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Misfit misfit;

    Broken(Misfit misfit) {
      super("event " + misfit.globalIndex() + ": " + misfit.what());
      this.misfit = misfit;
    }

    public Misfit misfit() {
      return misfit;
    }
  }

  /** Sees each row after it was looked at. */
  @FunctionalInterface
  public interface Witness {
    void saw(StoredRow row, ChainTip tip) throws SQLException;
  }

  /**
   * @param tip where it begins; moves with it
   */
  public LogWalk(StoredLog log, ChainTip tip, Consumer<Misfit> misfits) {
    this.log = log;
    this.tip = tip;
    this.misfits = misfits;
  }

  /** One that does not go past the first misfit. */
  public static LogWalk strict(StoredLog log, ChainTip tip) {
    return new LogWalk(
        log,
        tip,
        misfit -> {
          throw new Broken(misfit);
        });
  }

  /**
   * Walks up to an event, that one included.
   *
   * @throws Broken if an event is missing, or is there twice
   */
  public void to(long last, Witness witness) throws SQLException {
    log.rows(
        tip.size() + 1,
        last,
        row -> {
          look(row);
          witness.saw(row, tip);
        });
    requireReached(last);
  }

  /**
   * The same without looking at what the events hold: of their hashes the tree is made all the
   * same.
   */
  public void skipTo(long last, StoredLog.Reader<ChainTip> witness) throws SQLException {
    log.hashes(
        tip.size() + 1,
        last,
        row -> {
          requireNext(row.globalIndex());
          tip.step(hash(row.globalIndex(), row.hash()));
          witness.read(tip);
        });
    requireReached(last);
  }

  private void look(StoredRow row) {
    var index = row.globalIndex();
    var hash = row.hash();
    requireNext(index);
    if (!row.isWhole()) {
      misfits.accept(new Misfit(index, "a column is null"));
    } else if (!Arrays.equals(row.link(tip.link()), hash)) {
      misfits.accept(
          new Misfit(index, "its bytes do not fit its hash, or it does not follow the one before"));
    }
    tip.step(hash(index, hash));
  }

  private byte[] hash(long globalIndex, byte[] stored) {
    if (stored.length != EventHash.LENGTH) {
      throw new Broken(new Misfit(globalIndex, "its hash has " + stored.length + " bytes"));
    }
    return stored;
  }

  private void requireNext(long globalIndex) {
    var expected = tip.size() + 1;
    if (globalIndex != expected) {
      throw new Broken(
          globalIndex > expected
              ? new Misfit(expected, "it is missing")
              : new Misfit(globalIndex, "it is there more than once"));
    }
  }

  private void requireReached(long last) {
    if (tip.size() < last) {
      throw new Broken(new Misfit(tip.size() + 1, "it is missing"));
    }
  }
}
