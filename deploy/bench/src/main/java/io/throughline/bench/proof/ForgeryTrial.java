package io.throughline.bench.proof;

import io.throughline.bench.trial.Trial;
import io.throughline.kernel.proof.ProofRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Gives the verifier forged packs, proofs and notes. Each must be refused as it refuses things: to
 * accept one is a breach, and so is to fail in any other way.
 */
public final class ForgeryTrial implements Trial {
  private static final int EVENTS = 24;
  private static final int SHOWN = 10;
  private static final int BETWEEN_REPORTS = 10_000;

  private final Map<String, LongAdder> tried = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> breaches = new ConcurrentHashMap<>();
  private final AtomicLong done = new AtomicLong();

  @Override
  public String name() {
    return "forgery";
  }

  @Override
  public String description() {
    return "Gives the verifier forged packs, proofs and notes; it must refuse each, and not fail";
  }

  @Override
  public int usualCount() {
    return 1_000_000;
  }

  @Override
  public Map<String, Object> run(Terms terms) throws Exception {
    tried.clear();
    breaches.clear();
    done.set(0);
    var folder = Files.createTempDirectory("forgery");
    var workers = Math.min(terms.count(), Runtime.getRuntime().availableProcessors());
    try (var threads = Executors.newFixedThreadPool(workers)) {
      var shares = new ArrayList<Callable<Void>>();
      for (var worker = 0; worker < workers; worker++) {
        var share = terms.count() / workers + (worker < terms.count() % workers ? 1 : 0);
        var own = folder.resolve("pack-" + worker);
        var seed = terms.seed() * 31 + worker;
        shares.add(
            () -> {
              forge(share, seed, own, terms);
              return null;
            });
      }
      for (var share : threads.invokeAll(shares)) {
        share.get();
      }
    } finally {
      delete(folder);
    }
    return seen(terms);
  }

  private void forge(int count, long seed, Path folder, Terms terms) throws IOException {
    var random = new Random(seed);
    var log = new GenuineLog("genuine/log", seed, EVENTS);
    var other = new GenuineLog("genuine/log", seed + 1, EVENTS);
    var packs = new PackForgeries(log, other, folder);
    packs.checkGenuine();
    var kinds = new ArrayList<>(new ProofForgeries(log, other).kinds().entrySet());
    kinds.addAll(packs.kinds().entrySet());
    kinds.sort(Map.Entry.comparingByKey()); // for the same seed the same
    for (var i = 0; i < count; i++) {
      var kind = kinds.get(i % kinds.size());
      attempt(kind.getKey(), kind.getValue(), log, random);
      packs.requireGenuineAfter(i, BETWEEN_REPORTS);
      if (done.incrementAndGet() % BETWEEN_REPORTS == 0) {
        terms
            .progress()
            .accept(
                "%,d of %,d forgeries, %d breaches"
                    .formatted(done.get(), terms.count(), breaches.size()));
      }
    }
  }

  private void attempt(String name, Forgery forgery, GenuineLog log, Random random) {
    tried.computeIfAbsent(name, _ -> new LongAdder()).increment();
    try {
      forgery.attempt(log.key().verifierKey(), random);
      breach("accepted: " + name);
    } catch (ProofRefused e) {
      // as it should be
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      breach("failed: " + name + ": " + e);
    }
  }

  private void breach(String what) {
    breaches.computeIfAbsent(what, _ -> new LongAdder()).increment();
  }

  private Map<String, Object> seen(Terms terms) {
    var broken = breaches.values().stream().mapToLong(LongAdder::sum).sum();
    var seen = new LinkedHashMap<String, Object>();
    seen.put("forgeries", terms.count());
    seen.put("refused", terms.count() - broken);
    seen.put(BROKEN, broken);
    new TreeMap<>(tried).forEach((kind, count) -> seen.put(kind, count.sum()));
    breaches.entrySet().stream()
        .limit(SHOWN)
        .forEach(breach -> seen.put(breach.getKey(), breach.getValue().sum()));
    return seen;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (var walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (var file : files) {
      Files.delete(file);
    }
  }
}
