package io.throughline.bench.trial;

import io.throughline.bench.harness.Child;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL in processes of its own that can be stopped as a power cut would. */
final class KillablePostgres implements AutoCloseable {
  private static final long SECONDS_TO_START = 180;

  private final Path folder;
  private final Child child;
  private final String url;
  private final String user;
  private final String owner;

  private KillablePostgres(Path folder, Child child, String[] ready) {
    this.folder = folder;
    this.child = child;
    this.url = ready[1];
    this.user = ready[2];
    this.owner = ready[3];
  }

  /** One that nobody listens on; two trials beside each other do not meet. */
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  static KillablePostgres start(Path folder, int port)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    var ready = new CompletableFuture<String>();
    var child =
        Child.start(
            PostgresProgram.class,
            line -> {
              if (line.startsWith("READY ")) {
                ready.complete(line);
              }
            },
            folder.toString(),
            Integer.toString(port));
    return new KillablePostgres(
        folder, child, ready.get(SECONDS_TO_START, TimeUnit.SECONDS).split(" "));
  }

  String url() {
    return url;
  }

  String user() {
    return user;
  }

  String owner() {
    return owner;
  }

  DataSource asSuperuser() {
    var dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url);
    dataSource.setUser("postgres");
    return dataSource;
  }

  /** Returns when nothing is left of it: its lock file counts as long as its process is known. */
  void kill() throws IOException, InterruptedException {
    var all = new ArrayList<ProcessHandle>();
    postmaster()
        .ifPresent(
            postmaster -> {
              all.addAll(postmaster.descendants().toList());
              all.add(postmaster);
            });
    all.forEach(ProcessHandle::destroyForcibly);
    child.kill();
    for (var process : all) {
      while (Files.exists(Path.of("/proc", Long.toString(process.pid())))) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  /** Empty if it is gone already. */
  private Optional<ProcessHandle> postmaster() throws IOException {
    var file = folder.resolve("postmaster.pid");
    return Files.exists(file)
        ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
        : Optional.empty();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    kill();
  }
}
