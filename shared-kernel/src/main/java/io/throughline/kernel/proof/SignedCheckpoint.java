package io.throughline.kernel.proof;

/**
 * A checkpoint with the signature of the log's notary, which has been checked.
 *
 * @param note exactly as it was signed
 */
public record SignedCheckpoint(Checkpoint checkpoint, String note) {

  public static SignedCheckpoint sign(Checkpoint checkpoint, SigningKey key) {
    return new SignedCheckpoint(checkpoint, SignedNote.sign(checkpoint.body(), key).toString());
  }

  /**
   * Reads a checkpoint that is not trusted yet.
   *
   * @throws ProofRefused unless this key has signed it for the log of its own name
   */
  public static SignedCheckpoint open(String note, VerifierKey key) {
    var signed = SignedNote.parse(note);
    signed.requireSignedBy(key);
    var checkpoint = Checkpoint.parse(signed.text());
    if (!checkpoint.origin().equals(key.name())) {
      throw new ProofRefused("The checkpoint is of the log " + checkpoint.origin());
    }
    return new SignedCheckpoint(checkpoint, note);
  }

  public long size() {
    return checkpoint.size();
  }

  public byte[] root() {
    return checkpoint.root();
  }
}
