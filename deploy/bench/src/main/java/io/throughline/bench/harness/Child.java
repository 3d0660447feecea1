package io.throughline.bench.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A JVM of its own that runs a main class and can be stopped the hard way. What it prints is read.
 */
public final class Child implements AutoCloseable {
  private static final int LINES_OF_ERRORS = 20;

  private final Process process;
  private final Thread reader;
  private final Deque<String> errors = new ConcurrentLinkedDeque<>();

  private Child(Process process, Consumer<String> lines) {
    this.process = process;
    // a virtual thread that reads a pipe keeps a processor from all other virtual threads
    var threads = Thread.ofPlatform().daemon();
    this.reader = threads.start(() -> read(process.getInputStream(), lines));
    threads.start(() -> read(process.getErrorStream(), this::complain));
  }

  /**
   * @param lines is told each line that the program prints
   */
  public static Child start(Class<?> main, Consumer<String> lines, String... arguments)
      throws IOException {
    var options =
        List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"); // it does not live long
    return start(main, options, lines, arguments);
  }

  /**
   * @param options of the JVM
   */
  public static Child start(
      Class<?> main, List<String> options, Consumer<String> lines, String... arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new Child(new ProcessBuilder(command).start(), lines);
  }

  private static void read(InputStream from, Consumer<String> lines) {
    try (var reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.accept(line);
      }
    } catch (IOException _) {
      // it was killed while it wrote; a line that is not whole was not said
    }
  }

  private void complain(String line) {
    errors.add(line);
    if (errors.size() > LINES_OF_ERRORS) {
      errors.poll();
    }
  }

  /** What it last wrote to its error stream. */
  public String lastWords() {
    return String.join("\n", errors);
  }

  /** A line that the program reads. */
  public void say(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Stops it without a word, as {@code kill -9} does, and reads what it had said. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    join();
  }

  /** Waits until it has ended by itself and everything it said is read. */
  public void join() throws InterruptedException {
    process.waitFor();
    reader.join();
  }

  public boolean join(long seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  /** Freezes it, or lets it go on: {@code STOP}, {@code CONT}. */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
