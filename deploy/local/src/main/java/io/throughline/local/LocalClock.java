package io.throughline.local;

import io.throughline.kernel.BusinessClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The business's time of a local run, which may go fast. It stands still between runs and never
 * goes back: the file promises a moment a little ahead of the clock, and a run that was killed
 * resumes from there; one that was stopped resumes from where it stopped. Reading it is for whoever
 * holds the data directory.
 */
public final class LocalClock implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration RENEWAL = Duration.ofSeconds(1);

  /**
   * How far ahead (wall time) the promise goes; far more than a renewal, for a busy machine may be
   * late with one.
   */
  private static final Duration PROMISE = Duration.ofSeconds(4);

  private final Path file;
  private final Clock wall;
  private final BusinessClock business;
  private final ScheduledExecutorService renewal;

  private LocalClock(Path file, Clock wall, BusinessClock business) {
    this.file = file;
    this.wall = wall;
    this.business = business;
    write(promised());
    renewal =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("local-clock").factory());
    var _ =
        renewal.scheduleAtFixedRate(
            () -> write(promised()), RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Goes on from where the earlier run left off; the first run begins at the present.
   *
   * @param rate business seconds in one second, above zero; may differ from run to run
   */
  public static LocalClock start(Path file, double rate) {
    return start(file, rate, Clock.systemUTC());
  }

  static LocalClock start(Path file, double rate, Clock wall) {
    var now = wall.instant();
    var origin = Files.exists(file) ? read(file).businessTime() : now;
    return new LocalClock(file, wall, new BusinessClock(wall, now, origin, rate));
  }

  public BusinessClock business() {
    return business;
  }

  private Instant promised() {
    var elapsedByThen = Duration.ofMillis((long) (PROMISE.toMillis() * business.rate()));
    return business.instant().plus(elapsedByThen);
  }

  private static Reading read(Path file) {
    try {
      return JSON.readValue(Files.readString(file), Reading.class);
    } catch (IOException | JacksonException e) {
      throw new LocalRunRefused(
          "The clock's file "
              + file
              + " cannot be read; start anew with --fresh, or mend it: "
              + e.getMessage(),
          e);
    }
  }

  private synchronized void write(Instant resumeAt) {
    var reading = new Reading(resumeAt, wall.instant(), business.rate());
    try {
      var next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, JSON.writeValueAsString(reading));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    renewal.close();
    write(business.instant());
  }

  /**
   * @param businessTime where the next run resumes (UTC)
   * @param wallTime when this was written (UTC), for people
   * @param rate of the run that wrote it, for people
   */
  record Reading(Instant businessTime, Instant wallTime, double rate) {}
}
