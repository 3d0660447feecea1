package io.throughline.local.chaos;

import io.throughline.local.ClassArchive;
import io.throughline.local.LocalRunRefused;
import io.throughline.local.LocalSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The run from one start to the next kill. */
final class Life implements AutoCloseable {
  /** Wall time; much longer than it ever took, for the machine may be busy. */
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final long SECONDS_TO_STOP = 60;

  private final Process process;
  private final Path errors;

  private Life(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /**
   * @param isLong whether code that is compiled better is worth the longer start
   */
  static Life start(LocalSettings settings, boolean isLong) {
    var log = settings.data().resolve("throughline.log");
    var errors = settings.data().resolveSibling("last-words");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC"));
    if (!isLong) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.addAll(ClassArchive.options());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dthroughline.log=" + log,
            "-cp",
            System.getProperty("java.class.path"),
            LifeProgram.class.getName()));
    try {
      Files.createDirectories(settings.data());
      var process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(errors.toFile())
              .start();
      var told = JsonMapper.builder().build().writeValueAsString(settings) + "\n";
      process.getOutputStream().write(told.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      return new Life(process, errors);
    } catch (IOException e) {
      throw new LocalRunRefused("The run could not be started: " + e.getMessage(), e);
    }
  }

  /**
   * Returns when all of them take requests.
   *
   * @throws LocalRunRefused if the run ends before, or takes forever
   */
  void awaitReady(List<URI> applications) throws InterruptedException {
    var end = System.nanoTime() + LONGEST_START.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      for (var application : applications) {
        while (!isReady(client, application)) {
          if (!process.isAlive()) {
            throw new LocalRunRefused("The run ended by itself: " + lastWords());
          }
          if (System.nanoTime() > end) {
            throw new LocalRunRefused(
                "The run was not ready in "
                    + LONGEST_START.toMinutes()
                    + " minutes; its log says why.");
          }
          Thread.sleep(LOOK);
        }
      }
    }
  }

  private static boolean isReady(HttpClient client, URI application) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(application.resolve("/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false; // it does not listen yet
    }
  }

  private String lastWords() {
    try {
      return Files.readString(errors).strip().lines().reduce((_, last) -> last).orElse("no word.");
    } catch (IOException _) {
      return "no word.";
    }
  }

  /** As {@code kill -9} does; PostgreSQL's own processes live on, and the next life stops them. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** In order, as Ctrl-C does. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
