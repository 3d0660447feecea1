package io.throughline.command.eventstore.audit;

import io.throughline.command.eventstore.notary.CheckpointPlace;
import io.throughline.command.eventstore.notary.StoredLog;
import io.throughline.kernel.proof.ProofRefused;
import io.throughline.kernel.proof.SignedCheckpoint;
import io.throughline.kernel.proof.VerifierKey;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A log as an auditor comes to it: its database, the place where its checkpoints are, and the key
 * under which they are believed. What the database says is read from one snapshot, so that appends
 * may go on meanwhile.
 */
public final class AuditedLog {
  private final Connection connection;
  private final CheckpointPlace place;
  private final VerifierKey key;

  /**
   * @param connection for this audit alone; within a transaction of the caller's, what that
   *     transaction sees is looked at
   */
  public AuditedLog(Connection connection, CheckpointPlace place, VerifierKey key) {
    this.connection = connection;
    this.place = place;
    this.key = key;
  }

  VerifierKey key() {
    return key;
  }

  CheckpointPlace place() {
    return place;
  }

  /** What is done with one snapshot of the database. */
  interface Work<T> {
    T with(StoredLog log) throws SQLException, IOException;
  }

  <T> T inOneSnapshot(Work<T> work) throws SQLException, IOException {
    if (!connection.getAutoCommit()) {
      return work.with(new StoredLog(connection));
    }
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
      return work.with(new StoredLog(connection));
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /**
   * The checkpoints that are there and signed.
   *
   * @param spoiled takes the others
   */
  List<SignedCheckpoint> checkpoints(List<Finding> spoiled) throws IOException {
    var signed = new ArrayList<SignedCheckpoint>();
    for (var size : place.sizes()) {
      try {
        open(size).ifPresent(signed::add);
      } catch (ProofRefused e) {
        spoiled.add(new Finding.CheckpointSpoiled(size, String.valueOf(e.getMessage())));
      }
    }
    return signed;
  }

  /**
   * @throws ProofRefused if it is not signed by the key, or not of this size
   */
  Optional<SignedCheckpoint> open(long size) throws IOException {
    var note = place.read(size);
    if (note.isEmpty()) {
      return Optional.empty();
    }
    var checkpoint = SignedCheckpoint.open(note.get(), key);
    if (checkpoint.size() != size) {
      throw new ProofRefused("it is of " + checkpoint.size() + " events");
    }
    return Optional.of(checkpoint);
  }

  /**
   * The checkpoints, of which none may be spoiled.
   *
   * @throws AuditRefused if one is, or there is none
   */
  List<SignedCheckpoint> soundCheckpoints() throws IOException {
    var spoiled = new ArrayList<Finding>();
    var checkpoints = checkpoints(spoiled);
    if (!spoiled.isEmpty()) {
      throw new AuditRefused("In " + place + ", " + spoiled.getFirst().sentence() + ".");
    }
    if (checkpoints.isEmpty()) {
      throw new AuditRefused(
          "No checkpoint was signed yet in " + place + ": the notary signs every few seconds.");
    }
    return checkpoints;
  }
}
