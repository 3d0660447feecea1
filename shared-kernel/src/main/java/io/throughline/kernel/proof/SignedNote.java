package io.throughline.kernel.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text with signatures below it (C2SP signed-note).
 *
 * @param text ends with a line's end
 */
record SignedNote(String text, List<Line> signatures) {
  private static final String DASH = "\u2014 ";
  private static final int MOST_SIGNATURES = 16;

  /** Of longer ones no two characters are looked at. */
  private static final int LONGEST = 16_384;

  /**
   * One signature.
   *
   * @param id of the key, four bytes
   */
  record Line(String name, byte[] id, byte[] signature) {
    boolean isBy(VerifierKey key) {
      return name.equals(key.name()) && Arrays.equals(id, key.id());
    }

    @Override
    public String toString() {
      var bytes = ByteBuffer.allocate(id.length + signature.length).put(id).put(signature).array();
      return DASH + name + " " + StrictBase64.encode(bytes) + "\n";
    }
  }

  SignedNote {
    signatures = List.copyOf(signatures);
  }

  static SignedNote sign(String text, SigningKey key) {
    var verifier = key.verifierKey();
    var signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    return new SignedNote(text, List.of(new Line(verifier.name(), verifier.id(), signature)));
  }

  /**
   * @throws ProofRefused if it is not a note
   */
  static SignedNote parse(String note) {
    if (note.length() > LONGEST) {
      throw new ProofRefused("A note has at most " + LONGEST + " characters");
    }
    if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new ProofRefused("A note has no control characters");
    }
    var end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n") || end + 2 >= note.length()) {
      throw new ProofRefused("A note ends with an empty line and its signatures");
    }
    var lines = note.substring(end + 2, note.length() - 1).split("\n", -1);
    if (lines.length > MOST_SIGNATURES) {
      throw new ProofRefused("A note has at most " + MOST_SIGNATURES + " signatures");
    }
    var signatures = new ArrayList<Line>();
    for (var line : lines) {
      signatures.add(signature(line));
    }
    return new SignedNote(note.substring(0, end + 1), signatures);
  }

  private static Line signature(String line) {
    var parts =
        line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
    if (parts.length != 2) {
      throw new ProofRefused("A note's signature is a dash, the key's name and Base64");
    }
    KeyName.require(parts[0]);
    var bytes = StrictBase64.decode(parts[1], "The signature");
    if (bytes.length <= VerifierKey.ID_LENGTH) {
      throw new ProofRefused("The signature has only " + bytes.length + " bytes");
    }
    return new Line(
        parts[0],
        Arrays.copyOf(bytes, VerifierKey.ID_LENGTH),
        Arrays.copyOfRange(bytes, VerifierKey.ID_LENGTH, bytes.length));
  }

  /**
   * Others' signatures are neither needed nor in the way.
   *
   * @throws ProofRefused if the key has not signed this text, or has signed twice
   */
  void requireSignedBy(VerifierKey key) {
    var own = signatures.stream().filter(line -> line.isBy(key)).toList();
    if (own.isEmpty()) {
      throw new ProofRefused("It is not signed by " + key);
    }
    var message = text.getBytes(StandardCharsets.UTF_8);
    if (own.size() > 1 || !Ed25519.verifies(key.publicKey(), message, own.getFirst().signature())) {
      throw new ProofRefused("The signature of " + key.name() + " is wrong");
    }
  }

  @Override
  public String toString() {
    var note = new StringBuilder(text).append('\n');
    signatures.forEach(note::append);
    return note.toString();
  }
}
