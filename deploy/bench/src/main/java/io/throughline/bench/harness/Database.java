package io.throughline.bench.harness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The PostgreSQL that a suite ran on.
 *
 * @param settings those that its figures depend on
 * @param flushMicros the median time of a flush of 8 kB to the disk its files are on
 */
public record Database(String version, Map<String, String> settings, double flushMicros) {
  private static final List<String> SETTINGS =
      List.of(
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "wal_sync_method",
          "wal_level",
          "shared_buffers",
          "max_wal_size",
          "checkpoint_timeout",
          "max_connections");
  private static final int FLUSHES = 200;
  private static final int PAGE = 8192;

  /** Asks a server on this machine, as somebody who may ask everything. */
  public static Database of(Connection connection) throws SQLException, IOException {
    var settings = new LinkedHashMap<String, String>();
    for (var name : SETTINGS) {
      settings.put(name, shown(connection, name));
    }
    return new Database(
        shown(connection, "server_version"),
        settings,
        flushMicros(Path.of(shown(connection, "data_directory"))));
  }

  private static String shown(Connection connection, String setting) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  private static double flushMicros(Path folder) throws IOException {
    var file = Files.createTempFile(folder, "flush", ".probe");
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var micros = new double[FLUSHES];
      for (var i = 0; i < FLUSHES; i++) {
        channel.write(ByteBuffer.allocate(PAGE), 0);
        var begun = System.nanoTime();
        channel.force(false);
        micros[i] = (System.nanoTime() - begun) / 1e3;
      }
      return Medians.of(micros);
    } finally {
      Files.delete(file);
    }
  }
}
