package io.throughline.bench.proof;

import io.throughline.command.eventstore.notary.CheckpointFolder;
import io.throughline.kernel.pack.HashedEvent;
import io.throughline.kernel.pack.PackManifest;
import io.throughline.kernel.proof.LoggedEvent;
import io.throughline.kernel.proof.VerifierKey;
import io.throughline.verifier.PackCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** False packs, made of a true one. */
final class PackForgeries {
  private static final int FROM = 3;
  private static final int TO = 9;
  private static final int WITHIN = 6;
  private static final int SIZE = 12;

  private final GenuineLog log;
  private final GenuineLog other;
  private final Path folder;
  private final Map<Path, byte[]> genuine;

  /**
   * @param folder empty, and this object's own
   */
  PackForgeries(GenuineLog log, GenuineLog other, Path folder) throws IOException {
    this.log = log;
    this.other = other;
    this.folder = folder;
    Files.createDirectories(folder.resolve("checkpoints"));
    this.genuine =
        Map.of(
            eventsFile(), lines(events(log)),
            manifestFile(), line(log.manifest(FROM, TO, SIZE)),
            checkpointFile(WITHIN), utf8(log.checkpoint(WITHIN)),
            checkpointFile(SIZE), utf8(log.checkpoint(SIZE)));
    restore();
  }

  Map<String, Forgery> kinds() {
    return Map.of(
        "pack: events mangled", this::mangledEvents,
        "pack: manifest mangled", this::mangledManifest,
        "pack: checkpoint mangled", this::mangledCheckpoint,
        "pack: lines moved", this::movedLines,
        "pack: another part claimed", this::anotherPart,
        "pack: event forged, hashes recomputed", this::forgedEvent,
        "pack: signed by another key", this::anotherKey,
        "pack: spliced with another log", this::spliced,
        "pack: a file gone", this::fileGone);
  }

  private Path eventsFile() {
    return folder.resolve("events.ndjson");
  }

  private Path manifestFile() {
    return folder.resolve("pack.json");
  }

  private Path checkpointFile(int size) {
    return folder.resolve("checkpoints").resolve(CheckpointFolder.fileName(size));
  }

  private void restore() throws IOException {
    for (var file : genuine.entrySet()) {
      Files.write(file.getKey(), file.getValue());
    }
  }

  private static List<HashedEvent> events(GenuineLog of) {
    var events = new ArrayList<HashedEvent>();
    for (var i = FROM; i <= TO; i++) {
      events.add(of.event(i));
    }
    return events;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] lines(List<HashedEvent> events) {
    var bytes = new ByteArrayOutputStream();
    for (var event : events) {
      bytes.writeBytes(event.line());
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  private static byte[] line(PackManifest manifest) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(manifest.text());
    bytes.write('\n');
    return bytes.toByteArray();
  }

  /** Has the pack checked as it is; afterwards it is a true one again. */
  private void check(VerifierKey key) throws IOException {
    try {
      PackCheck.of(folder, key, _ -> {});
    } finally {
      restore();
    }
  }

  /** That the pack which is forged is a true one. */
  void checkGenuine() throws IOException {
    check(log.key().verifierKey());
  }

  /** Now and then: else a refusal would say nothing. */
  void requireGenuineAfter(int tries, int between) throws IOException {
    if (tries % between == 0) {
      checkGenuine();
    }
  }

  private byte[] genuine(Path file) {
    return Objects.requireNonNull(genuine.get(file));
  }

  private void mangledEvents(VerifierKey key, Random random) throws IOException {
    Files.write(eventsFile(), Mangled.of(genuine(eventsFile()), lines(events(other)), random));
    check(key);
  }

  private void mangledManifest(VerifierKey key, Random random) throws IOException {
    var another = line(log.manifest(FROM + 1, TO, SIZE));
    Files.write(manifestFile(), Mangled.of(genuine(manifestFile()), another, random));
    check(key);
  }

  private void mangledCheckpoint(VerifierKey key, Random random) throws IOException {
    var size = random.nextBoolean() ? WITHIN : SIZE;
    var another = utf8(log.checkpoint(SIZE - 1));
    Files.write(checkpointFile(size), Mangled.of(genuine(checkpointFile(size)), another, random));
    check(key);
  }

  private void movedLines(VerifierKey key, Random random) throws IOException {
    var events = events(log);
    var at = random.nextInt(events.size());
    switch (random.nextInt(4)) {
      case 0 -> Collections.swap(events, at, (at + 1 + random.nextInt(TO - FROM)) % events.size());
      case 1 -> events.remove(at);
      case 2 -> events.add(at, events.get(random.nextInt(events.size())));
      default -> events.add(log.event(TO + 1));
    }
    Files.write(eventsFile(), lines(events));
    check(key);
  }

  /** Fewer or other events than the pack had, and a manifest that says so but was not made so. */
  private void anotherPart(VerifierKey key, Random random) throws IOException {
    var genuine = log.manifest(FROM, TO, SIZE);
    var from = 1 + random.nextInt(TO);
    var to = Math.max(from, FROM + random.nextInt(SIZE - FROM + 1));
    if (from == FROM && to == TO) {
      to = TO - 1;
    }
    var events = new ArrayList<HashedEvent>();
    for (var i = from; i <= to; i++) {
      events.add(log.event(i));
    }
    Files.write(eventsFile(), lines(events));
    var claimed =
        new PackManifest(from, to, log.predecessor(from), genuine.before(), SIZE, genuine.after());
    Files.write(manifestFile(), line(claimed));
    check(key);
  }

  private void forgedEvent(VerifierKey key, Random random) throws IOException {
    var at = FROM + random.nextInt(TO - FROM + 1);
    var link = log.predecessor(FROM);
    var events = new ArrayList<HashedEvent>();
    for (var genuine : events(log)) {
      var event = genuine.event();
      var forged = event.globalIndex() == at ? forged(event, random) : event;
      link = forged.link(link);
      events.add(new HashedEvent(forged, link));
    }
    Files.write(eventsFile(), lines(events));
    check(key);
  }

  private static LoggedEvent forged(LoggedEvent event, Random random) {
    return new LoggedEvent(
        event.globalIndex(),
        event.recordedAt() + random.nextInt(3),
        event.aggregateType(),
        event.aggregateId(),
        event.sequence(),
        event.eventId(),
        event.wireName() + random.nextInt(100),
        event.payload(),
        event.metadata(),
        event.occurredAt());
  }

  private void anotherKey(VerifierKey key, Random random) throws IOException {
    Files.writeString(checkpointFile(SIZE), log.signedByAnother(SIZE));
    if (random.nextBoolean()) {
      Files.writeString(checkpointFile(WITHIN), log.signedByAnother(WITHIN));
    }
    check(key);
  }

  private void spliced(VerifierKey key, Random random) throws IOException {
    switch (random.nextInt(4)) {
      case 0 -> Files.write(eventsFile(), lines(events(other)));
      case 1 -> {
        Files.write(eventsFile(), lines(events(other)));
        Files.write(manifestFile(), line(other.manifest(FROM, TO, SIZE)));
      }
      case 2 -> Files.writeString(checkpointFile(SIZE), other.checkpoint(SIZE));
      default ->
          Files.writeString(checkpointFile(SIZE), log.checkpoint(random.nextInt(SIZE - 1) + 1));
    }
    check(key);
  }

  private void fileGone(VerifierKey key, Random random) throws IOException {
    Files.delete(
        List.of(eventsFile(), manifestFile(), checkpointFile(SIZE)).get(random.nextInt(3)));
    check(key);
  }
}
