package io.throughline.command.eventstore.audit;

import io.throughline.kernel.pack.PackManifest;
import io.throughline.kernel.proof.VerifierKey;

/** What a person reads first who is given a pack. */
final class PackReadme {

  private PackReadme() {}

  static String of(PackManifest manifest, VerifierKey key) {
    return """
    Events %d to %d of the log %s
    %s

    events.ndjson   the events, one a line, with exactly the bytes that were hashed
    pack.json       which part of the log this is, and the hashes that stand in for the rest
    checkpoints/    what the log's notary signed (C2SP signed notes over RFC 6962 trees)
    key.pub         the notary's public key: for information, not for trust
    README.txt      this text; no verifier reads it

    To check it, take the small verifier and the notary's public key from somebody you trust, not
    from here:

        java -jar throughline-verifier.jar --pack THIS_FOLDER --key KEY_FILE

    It needs nothing else. If it says that the pack is complete, these are the events that were
    signed: none was changed, added, left out or moved. The format is described in docs/audit.md,
    closely enough to write another verifier.
    """
        .formatted(
            manifest.from(), manifest.to(), key.name(), "=".repeat(40 + key.name().length()));
  }
}
