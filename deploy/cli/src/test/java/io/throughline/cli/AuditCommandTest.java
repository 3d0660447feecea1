package io.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.local.LocalPostgres;
import io.throughline.local.LocalRun;
import io.throughline.local.LocalSettings;
import io.throughline.local.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What finance does with a real run's log: while it is up, when it is not, and when it is altered.
 */
class AuditCommandTest {
  @TempDir Path folder;

  @Test
  void aRunsLogIsProvenAndWhatIsDoneToItIsFound() throws Exception {
    var data = folder.resolve("data");
    var run = Asked.of("demo", "--orders", "3", "--until-done", "--data", data.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();

    assertThat(audit(data, "verify").out())
        .startsWith("Complete: events 1 to ")
        .contains("Every event of the log is under a checkpoint.");
    var settings = new LocalSettings(data, false, 1440, 1, 0, Ports.free());
    try (var up = LocalRun.start(settings)) {
      assertThat(up.addresses().jdbcUrl()).isNotEmpty();
      assertThat(audit(data, "verify").out()).startsWith("Complete: ");
    }

    var key = Files.writeString(folder.resolve("key"), audit(data, "key").out());
    var pack = folder.resolve("pack");
    assertThat(audit(data, "export", "--out", pack.toString(), "--from", "5").exitCode()).isZero();
    assertThat(check(key, "--pack", pack)).isEqualTo(0);
    assertThat(check(key, "--proof", prove(data, pack))).isEqualTo(0);
    Files.writeString(
        pack.resolve("events.ndjson"),
        Files.readString(pack.resolve("events.ndjson")).replaceFirst("\"sequence\":", "$01"));
    assertThat(check(key, "--pack", pack)).isEqualTo(1);

    alter(data);
    var report = folder.resolve("report.json");
    var altered = audit(data, "verify", "--report", report.toString());
    assertThat(altered.exitCode()).isEqualTo(1);
    assertThat(altered.out()).startsWith("Altered at index 3: ");
    assertThat(Files.readString(report)).contains("\"result\" : \"altered\"");
  }

  private static Asked audit(Path data, String command, String... options) {
    var arguments = new ArrayList<>(List.of("audit", command));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--data", data.toString()));
    return Asked.of(arguments.toArray(String[]::new));
  }

  private static int check(Path key, String what, Path file) {
    return Asked.of("audit", "verify", what, file.toString(), "--key", key.toString()).exitCode();
  }

  private Path prove(Path data, Path pack) throws Exception {
    var line = Files.readAllLines(pack.resolve("events.ndjson")).getFirst();
    var id = line.replaceAll(".*\"eventId\":\"([^\"]+)\".*", "$1");
    var proof = folder.resolve("proof");
    assertThat(audit(data, "prove", id, "--out", proof.toString()).exitCode()).isZero();
    return proof;
  }

  private static void alter(Path data) throws Exception {
    try (var postgres = LocalPostgres.start(data.resolve("postgres"), Ports.free().postgres());
        var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.owner(), "");
        var statement = connection.createStatement()) {
      statement.execute("update events set wire_name = 'x' where global_index = 3");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "audit; Name a command. See throughline audit --help.",
        "audit verify --url jdbc:x; --url needs --checkpoints and --key, which no database can"
            + " give. See throughline audit verify --help.",
        "audit verify --pack x; Give --key and one of --pack and --proof, and no --url. See"
            + " throughline audit verify --help.",
        "audit prove x; Invalid value for positional parameter at index 0 (EVENT_ID): 'x' is not a"
            + " UUID. See throughline audit prove --help.",
      })
  void badUsageIsNamed(String command, String message) {
    var asked = Asked.of(command.split(" "));
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err().lines()).containsExactly("throughline: " + message);
  }

  @Test
  void aFolderWithoutARunIsRefusedAndStaysAsItWas() {
    var asked = audit(folder.resolve("none"), "verify");
    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.err().lines())
        .singleElement()
        .asString()
        .startsWith("throughline: There is no run's data in ");
    assertThat(folder.resolve("none")).doesNotExist();
  }
}
