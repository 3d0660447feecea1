package io.throughline.command.eventstore.audit;

import io.throughline.command.eventstore.notary.CheckpointFolder;
import io.throughline.command.eventstore.notary.LogWalk;
import io.throughline.command.eventstore.notary.StoredLog;
import io.throughline.kernel.pack.HashedEvent;
import io.throughline.kernel.pack.PackManifest;
import io.throughline.kernel.proof.ChainTip;
import io.throughline.kernel.proof.EventHash;
import io.throughline.kernel.proof.SignedCheckpoint;
import io.throughline.kernel.proof.Span;
import io.throughline.kernel.proof.SpanHashes;
import io.throughline.kernel.proof.TreeHash;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Writes a pack: events that prove themselves to whoever has the notary's public key. */
public final class Export {
  private static final long BETWEEN_REPORTS = 10_000;

  private final AuditedLog audited;
  private final Path folder;
  private final AuditProgress progress;

  private Export(AuditedLog audited, Path folder, AuditProgress progress) {
    this.audited = audited;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * What was written.
   *
   * @param uncovered so many events at the log's end are under no checkpoint yet, and stay out
   */
  public record Exported(long from, long to, int checkpoints, long uncovered) {}

  /**
   * @param folder new or empty
   * @param from global index of the first event
   * @param to of the last; the last that a checkpoint covers unless given
   * @throws AuditRefused if the folder is in use, the events are not there or not covered, or the
   *     log is altered
   */
  public static Exported to(
      Path folder, AuditedLog audited, long from, OptionalLong to, AuditProgress progress)
      throws SQLException, IOException {
    var checkpoints = audited.soundCheckpoints();
    var export = new Export(audited, folder, progress);
    return audited.inOneSnapshot(log -> export.write(log, checkpoints, from, to));
  }

  private Exported write(
      StoredLog log, List<SignedCheckpoint> checkpoints, long from, OptionalLong to)
      throws SQLException, IOException {
    var covered = checkpoints.getLast().size();
    var last = to.orElse(covered);
    if (from < 1 || from > last || last > covered) {
      throw new AuditRefused(
          "Events 1 to " + covered + " are under a checkpoint and can be exported.");
    }
    var within = checkpoints.stream().filter(c -> c.size() >= from && c.size() < last).toList();
    var covering = checkpoints.stream().filter(c -> c.size() >= last).findFirst().orElseThrow();
    makeFolder();
    var before = Span.wholeSubtrees(0, from - 1);
    var after = Span.wholeSubtrees(last, covering.size());
    var spans = new ArrayList<>(before);
    spans.addAll(after);
    var hashes = new SpanHashes(spans);
    var predecessor = events(log, from, last, covering, hashes);
    var roots = hashes.roots();
    var manifest =
        new PackManifest(
            from,
            last,
            predecessor,
            roots.subList(0, before.size()),
            covering.size(),
            roots.subList(before.size(), roots.size()));
    Files.write(folder.resolve("pack.json"), line(manifest.text()));
    var notes = Files.createDirectories(folder.resolve("checkpoints"));
    var kept = new ArrayList<>(within);
    kept.add(covering);
    for (var checkpoint : kept) {
      Files.writeString(
          notes.resolve(CheckpointFolder.fileName(checkpoint.size())), checkpoint.note());
    }
    Files.writeString(folder.resolve("key.pub"), audited.key() + "\n");
    Files.writeString(folder.resolve("README.txt"), PackReadme.of(manifest, audited.key()));
    return new Exported(from, last, kept.size(), Math.max(0, log.last() - covered));
  }

  private void makeFolder() throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new AuditRefused(folder + " is not empty: name a new folder.");
        }
      }
    }
    Files.createDirectories(folder);
  }

  private byte[] events(
      StoredLog log, long from, long to, SignedCheckpoint covering, SpanHashes hashes)
      throws SQLException, IOException {
    var tip = ChainTip.beginning();
    var walk =
        new LogWalk(
            log,
            tip,
            misfit -> {
              throw altered("index " + misfit.globalIndex() + ": " + misfit.what());
            });
    var predecessor = EventHash.beforeTheFirst();
    try (var file =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve("events.ndjson")))) {
      walk.skipTo(from - 1, at -> hashes.add(TreeHash.leaf(at.link())));
      predecessor = tip.link();
      walk.to(
          to,
          (row, at) -> {
            hashes.add(TreeHash.leaf(at.link()));
            write(file, line(new HashedEvent(row.event(), row.hash()).line()));
            if (at.size() % BETWEEN_REPORTS == 0) {
              progress.at(at.size() - from + 1, to - from + 1);
            }
          });
      walk.skipTo(covering.size(), at -> hashes.add(TreeHash.leaf(at.link())));
    } catch (LogWalk.Broken e) {
      throw altered("index " + e.misfit().globalIndex() + ": " + e.misfit().what());
    }
    progress.at(to - from + 1, to - from + 1);
    if (!Arrays.equals(tip.root(), covering.root())) {
      throw altered("or before checkpoint " + covering.size() + ", which signed something else");
    }
    return predecessor;
  }

  private static AuditRefused altered(String where) {
    return new AuditRefused(
        "The log is altered at " + where + "; nothing of use was exported. Run audit verify.");
  }

  private static void write(OutputStream file, byte[] bytes) throws SQLException {
    try {
      file.write(bytes);
    } catch (IOException e) {
      throw new AuditRefused("The pack cannot be written: " + e.getMessage(), e);
    }
  }

  private static byte[] line(byte[] text) {
    var line = Arrays.copyOf(text, text.length + 1);
    line[text.length] = '\n';
    return line;
  }
}
