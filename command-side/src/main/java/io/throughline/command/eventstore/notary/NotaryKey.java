package io.throughline.command.eventstore.notary;

import io.throughline.kernel.proof.ProofRefused;
import io.throughline.kernel.proof.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The file with the notary's key, for its owner's eyes only, and beside it the public one. */
public final class NotaryKey {

  private NotaryKey() {}

  /** Where the public key stands that belongs to a key's file. */
  public static Path publicFile(Path key) {
    return key.resolveSibling(key.getFileName() + ".pub");
  }

  /**
   * Reads the key, or makes it.
   *
   * @param mayMake whether nothing was signed yet
   * @throws IllegalStateException if it cannot, in one line
   */
  static SigningKey readOrMake(Path file, String origin, boolean mayMake) {
    try {
      if (!Files.exists(file)) {
        if (!mayMake) {
          throw new IllegalStateException(
              "The notary's key "
                  + file
                  + " is gone, but checkpoints were signed with it: bring it back"
                  + " (throughline.notary.key).");
        }
        make(file, origin);
      }
      var key = SigningKey.parse(Files.readString(file));
      if (!key.verifierKey().name().equals(origin)) {
        throw new IllegalStateException(
            "The notary's key "
                + file
                + " is for "
                + key.verifierKey().name()
                + ", not for "
                + origin
                + " (throughline.notary.origin).");
      }
      return key;
    } catch (IOException | ProofRefused e) {
      throw new IllegalStateException(
          "The notary's key " + file + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static void make(Path file, String origin) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var key = SigningKey.make(origin);
    Files.writeString(publicFile(file), key.verifierKey() + "\n");
    // the private key last and at once: where it is, the public one is too
    var unfinished = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished, forItsOwnerAlone(unfinished));
    Files.writeString(unfinished, key.text());
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] forItsOwnerAlone(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
