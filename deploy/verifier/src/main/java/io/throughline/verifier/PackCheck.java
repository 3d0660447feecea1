package io.throughline.verifier;

import io.throughline.kernel.pack.PackManifest;
import io.throughline.kernel.proof.EventHash;
import io.throughline.kernel.proof.Frontier;
import io.throughline.kernel.proof.ProofRefused;
import io.throughline.kernel.proof.SignedCheckpoint;
import io.throughline.kernel.proof.Span;
import io.throughline.kernel.proof.TreeHash;
import io.throughline.kernel.proof.VerifierKey;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/**
 * Checks that a pack holds exactly the events that the log's notary signed for that part of the
 * log: it makes the tree again and compares it with each checkpoint.
 */
public final class PackCheck {
  private static final Pattern NAME = Pattern.compile("([0-9]{19})\\.checkpoint");

  private final PackManifest manifest;
  private final SortedMap<Long, SignedCheckpoint> checkpoints;
  private final Frontier tree = new Frontier();

  private PackCheck(PackManifest manifest, SortedMap<Long, SignedCheckpoint> checkpoints) {
    this.manifest = manifest;
    this.checkpoints = checkpoints;
  }

  /**
   * @param progress hears how many events are done
   * @throws ProofRefused if anything is not as it should be
   */
  public static Statement of(Path pack, VerifierKey key, LongConsumer progress) {
    var manifest = manifest(pack.resolve("pack.json"));
    var check = new PackCheck(manifest, checkpoints(pack.resolve("checkpoints"), key));
    check.requireFittingCheckpoints();
    check.append(Span.wholeSubtrees(0, manifest.from() - 1), manifest.before(), "before");
    check.readEvents(pack.resolve("events.ndjson"), progress);
    check.append(Span.wholeSubtrees(manifest.to(), manifest.size()), manifest.after(), "after");
    check.compare(manifest.size());
    return check.statement(key);
  }

  private static PackManifest manifest(Path file) {
    var text = GivenFile.bytes(file, GivenFile.SMALL);
    if (text.length == 0 || text[text.length - 1] != '\n') {
      throw new ProofRefused(file + " does not end with a line's end");
    }
    return PackManifest.read(Arrays.copyOf(text, text.length - 1));
  }

  private static SortedMap<Long, SignedCheckpoint> checkpoints(Path folder, VerifierKey key) {
    var checkpoints = new TreeMap<Long, SignedCheckpoint>();
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
          throw new ProofRefused(file + " is no checkpoint of the pack");
        }
        var checkpoint = SignedCheckpoint.open(GivenFile.text(file, GivenFile.SMALL), key);
        if (checkpoint.size() != Long.parseLong(name.group(1))) {
          throw new ProofRefused(file + " is a checkpoint of " + checkpoint.size() + " events");
        }
        checkpoints.put(checkpoint.size(), checkpoint);
      }
    } catch (IOException e) {
      throw GivenFile.unreadable(folder, e);
    } catch (DirectoryIteratorException e) {
      throw new ProofRefused(folder + " cannot be read", e);
    }
    return checkpoints;
  }

  /** The last one covers the pack's last event; the others lie within. */
  private void requireFittingCheckpoints() {
    if (checkpoints.isEmpty() || checkpoints.lastKey() != manifest.size()) {
      throw new ProofRefused(
          "The pack lacks the checkpoint of " + manifest.size() + " events, or has a later one");
    }
    var within = checkpoints.headMap(manifest.size());
    if (!within.isEmpty()
        && (within.firstKey() < manifest.from() || within.lastKey() >= manifest.to())) {
      throw new ProofRefused("The pack has checkpoints that its events do not reach");
    }
    if (manifest.from() == 1
        && !Arrays.equals(manifest.predecessor(), EventHash.beforeTheFirst())) {
      throw new ProofRefused("The first event of a log has a predecessor in the pack");
    }
  }

  private void append(List<Span> spans, List<byte[]> roots, String what) {
    if (spans.size() != roots.size()) {
      throw new ProofRefused(
          "The pack's list \"" + what + "\" has " + roots.size() + " hashes, not " + spans.size());
    }
    for (var i = 0; i < roots.size(); i++) {
      tree.appendSubtree(spans.get(i).level(), roots.get(i));
    }
  }

  private void readEvents(Path file, LongConsumer progress) {
    var link = manifest.predecessor();
    var index = manifest.from();
    try (var lines = new EventLines(file)) {
      for (var event = lines.next(); event.isPresent(); event = lines.next()) {
        if (index > manifest.to() || event.get().event().globalIndex() != index) {
          throw new ProofRefused(
              "Where event "
                  + index
                  + " should be, the pack has event "
                  + event.get().event().globalIndex());
        }
        link = event.get().requireFollows(link);
        tree.append(TreeHash.leaf(link));
        if (index < manifest.size() && checkpoints.containsKey(index)) {
          compare(index);
        }
        progress.accept(index - manifest.from() + 1);
        index++;
      }
    }
    if (index <= manifest.to()) {
      throw new ProofRefused("The pack lacks event " + index + " and those after it");
    }
  }

  private void compare(long size) {
    var checkpoint = checkpoints.get(size);
    if (checkpoint == null || !tree.hasRoot(checkpoint.root())) {
      throw new ProofRefused("The events are not those that checkpoint " + size + " signed");
    }
  }

  private Statement statement(VerifierKey key) {
    return new Statement(
        "Complete: events "
            + manifest.from()
            + " to "
            + manifest.to()
            + " are those that the notary of "
            + key.name()
            + " signed, and none is missing.\n"
            + "Checked against "
            + checkpoints.size()
            + (checkpoints.size() == 1 ? " checkpoint" : " checkpoints")
            + ", the last of "
            + manifest.size()
            + " events. What came later a pack cannot tell.");
  }
}
