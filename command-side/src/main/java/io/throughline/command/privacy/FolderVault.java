package io.throughline.command.privacy;

import io.throughline.kernel.privacy.DataKey;
import io.throughline.kernel.privacy.Seal;
import io.throughline.kernel.privacy.SealBroken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A folder with a file of 32 bytes for each epoch, for its owner's eyes only. A key is destroyed by
 * writing over its file and removing it; on a disk that keeps what is written over (snapshots,
 * copy-on-write, worn flash cells) the folder must not lie, nor may it be in a backup.
 */
final class FolderVault implements KeyVault {
  private static final Pattern EPOCH = Pattern.compile("epoch-(\\d{1,9})\\.key");
  private static final String FINGERPRINTS = "fingerprints.key";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;
  private final byte[] fingerprints;

  /**
   * @throws VaultUnusable if the folder cannot be made, read or written
   */
  FolderVault(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(this.folder);
      if (isPosix()) {
        Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwx------"));
      }
      make(this.folder.resolve(FINGERPRINTS));
      fingerprints = Files.readAllBytes(this.folder.resolve(FINGERPRINTS));
    } catch (IOException e) {
      throw unusable("cannot be used", e);
    }
  }

  @Override
  public void create(int epoch) {
    try {
      make(file(epoch));
    } catch (IOException e) {
      throw unusable("takes no new key", e);
    }
  }

  /**
   * Whole or not at all, and never in another's place. A first name that a crash leaves behind is a
   * link to the same file, which {@link #destroy} writes over.
   */
  private void make(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    var unfinished = Files.createTempFile(folder, "new-", ".key"); // for the owner's eyes only
    var key = new byte[DataKey.LENGTH];
    RANDOM.nextBytes(key);
    write(unfinished, key);
    try {
      Files.createLink(file, unfinished); // fails where another node was first
    } catch (FileAlreadyExistsException _) {
      // the other's key it is
    } catch (UnsupportedOperationException _) {
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    forceFolder();
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  private void forceFolder() throws IOException {
    if (isPosix()) {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private boolean isPosix() throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }

  @Override
  public SortedSet<Integer> epochs() {
    var epochs = new TreeSet<Integer>();
    try (var files = Files.list(folder)) {
      files
          .map(file -> EPOCH.matcher(file.getFileName().toString()))
          .filter(it -> it.matches())
          .forEach(it -> epochs.add(Integer.valueOf(it.group(1))));
      return epochs;
    } catch (IOException e) {
      throw unusable("cannot be read", e);
    }
  }

  @Override
  public byte[] wrap(int epoch, byte[] key, String context) {
    return Seal.bytes(keyOf(epoch), context, key);
  }

  @Override
  public byte[] unwrap(int epoch, byte[] wrapped, String context) {
    try {
      return Seal.open(keyOf(epoch), context, wrapped);
    } catch (SealBroken e) {
      throw unusable("holds another key of the epoch " + epoch + " than the one needed", e);
    }
  }

  private DataKey keyOf(int epoch) {
    try {
      return new DataKey("epoch-" + epoch, Files.readAllBytes(file(epoch)));
    } catch (NoSuchFileException e) {
      throw unusable("has no key of the epoch " + epoch + ": is it the vault of this database?", e);
    } catch (IOException e) {
      throw unusable("cannot be read", e);
    }
  }

  @Override
  public void destroy(int epoch) {
    var file = file(epoch);
    try {
      var noise = new byte[DataKey.LENGTH];
      RANDOM.nextBytes(noise);
      write(file, noise);
      Files.delete(file);
      forceFolder();
    } catch (NoSuchFileException _) {
      // it is gone already
    } catch (IOException e) {
      throw unusable("does not let go of the epoch " + epoch, e);
    }
  }

  @Override
  public byte[] fingerprint(byte[] text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(fingerprints, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256.", e);
    }
  }

  private Path file(int epoch) {
    return folder.resolve("epoch-" + epoch + ".key");
  }

  private VaultUnusable unusable(String why, Exception cause) {
    return new VaultUnusable("The key vault " + folder + " " + why + ".", cause);
  }
}
