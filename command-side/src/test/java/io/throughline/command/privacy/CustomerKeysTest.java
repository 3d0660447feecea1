package io.throughline.command.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.command.TestDatabase;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.privacy.DataKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Against a real database, several nodes at once. */
class CustomerKeysTest {
  private static final BusinessClock CLOCK =
      new BusinessClock(Clock.systemUTC(), Instant.EPOCH, Instant.EPOCH, 1);

  /** Too short for a test to see anything twice from memory. */
  private static final PrivacyProperties PROPERTIES =
      new PrivacyProperties(null, Duration.ofDays(30), Duration.ofNanos(1), 1000);

  @TempDir private Path folder;
  private JdbcTemplate jdbc;
  private KeyRows rows;
  private FolderVault vault;

  @BeforeEach
  void open() {
    var database = TestDatabase.newMigrated();
    jdbc = new JdbcTemplate(database);
    rows = new KeyRows(jdbc, new DataSourceTransactionManager(database));
    vault = new FolderVault(folder);
  }

  private CustomerKeys node() {
    return new CustomerKeys(rows, vault, CLOCK, PROPERTIES);
  }

  @Test
  void nodesThatMakeACustomersFirstKeyAtOnceGoOnWithTheSame() throws Exception {
    for (var customer : new String[] {"A", "B", "C", "D", "E"}) {
      var nodes = 8;
      var together = new CyclicBarrier(nodes);
      var work = new ArrayList<Callable<DataKey>>();
      for (var node = 0; node < nodes; node++) {
        var keys = node();
        work.add(
            () -> {
              together.await();
              return keys.toSeal(customer, "order.submitted.v1").orElseThrow();
            });
      }
      var made = new HashSet<String>();
      try (var threads = Executors.newFixedThreadPool(nodes)) {
        for (var answer : threads.invokeAll(work)) {
          made.add(answer.get().id() + new java.math.BigInteger(1, answer.get().bytes()));
        }
      }
      assertThat(made).as("keys of " + customer).hasSize(1);
    }
  }

  @Test
  void aKeyIsTheSameAfterARestart() {
    var key = node().toSeal("ACME", "order.submitted.v1").orElseThrow();

    assertThat(node().toOpen(key.id()))
        .hasValueSatisfying(it -> assertThat(it.bytes()).isEqualTo(key.bytes()));
  }

  @Test
  void onlyAKeyThatIsGoneIsTakenForErased() throws IOException {
    var key = node().toSeal("ACME", "order.submitted.v1").orElseThrow();
    Files.move(folder.resolve("epoch-1.key"), folder.resolve("elsewhere"));

    assertThatThrownBy(() -> node().toOpen(key.id()))
        .isInstanceOf(VaultUnusable.class)
        .hasMessageContaining("has no key of the epoch 1");
    Files.move(folder.resolve("elsewhere"), folder.resolve("epoch-1.key"));
    assertThat(node().toOpen(key.id())).isPresent();
    jdbc.update("delete from customer_keys");
    assertThat(node().toOpen(key.id())).isEmpty();
  }

  @Test
  void anotherDatabasesVaultIsRefusedBeforeItIsTouched() {
    var configuration = new PrivacyConfiguration();
    configuration.customerKeys(rows, vault, CLOCK, PROPERTIES);
    var other = new FolderVault(folder.resolve("other"));

    assertThatThrownBy(() -> configuration.customerKeys(rows, other, CLOCK, PROPERTIES))
        .isInstanceOf(VaultUnusable.class)
        .hasMessageContaining("throughline.privacy.vault");
    configuration.customerKeys(rows, new FolderVault(folder), CLOCK, PROPERTIES);
  }

  @Test
  void forACustomerWhoseDataIsErasedNothingPersonalIsWrittenAndNothingBegins() {
    var erasures = new Erasures(jdbc, rows, node(), PROPERTIES);
    var key = node().toSeal("ACME", "order.submitted.v1").orElseThrow();

    erasures.close("ACME");
    assertThatThrownBy(() -> node().toSeal("ACME", "order.submitted.v1"))
        .isInstanceOf(CustomerErasedAlready.class);
    assertThat(node().toSeal("ACME", "order.cancelled.v1")).isPresent();

    assertThat(erasures.deleteKey("ACME")).isEqualTo(1);
    assertThat(erasures.deleteKey("ACME")).as("done again").isEqualTo(1);
    assertThat(node().toSeal("ACME", "order.cancelled.v1")).isEmpty();
    assertThat(node().toOpen(key.id())).isEmpty();
    assertThat(erasures.completeWith(1)).extracting(Erasures.Owner::name).containsExactly("ACME");
    assertThat(erasures.completeWith(0)).isEmpty();
  }

  @Test
  void anEpochThatStillWrapsAKeyCannotEnd() {
    node().toSeal("ACME", "order.submitted.v1");
    vault.create(2);
    rows.addEpoch(new KeyRows.Epoch(2, Instant.EPOCH));

    assertThatThrownBy(() -> rows.removeEpoch(1))
        .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
  }

  @Test
  void theVaultIsForItsOwnersEyesAndForgetsForGood() throws IOException {
    vault.create(1);
    var wrapped = vault.wrap(1, new byte[DataKey.LENGTH], "ACME k");

    assertThat(Files.getPosixFilePermissions(folder.resolve("epoch-1.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(vault.unwrap(1, wrapped, "ACME k")).isEqualTo(new byte[DataKey.LENGTH]);
    assertThatThrownBy(() -> vault.unwrap(1, wrapped, "OTHER k")).isInstanceOf(VaultUnusable.class);
    vault.destroy(1);
    vault.destroy(1);
    assertThat(vault.epochs()).isEmpty();
    vault.create(1);
    assertThatThrownBy(() -> vault.unwrap(1, wrapped, "ACME k"))
        .as("the number again, but never the key")
        .isInstanceOf(VaultUnusable.class);
    assertThat(Set.of(folder.toFile().list()))
        .containsExactlyInAnyOrder("epoch-1.key", "fingerprints.key");
  }
}
