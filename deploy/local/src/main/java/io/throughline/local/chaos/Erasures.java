package io.throughline.local.chaos;

import io.throughline.kernel.Role;
import io.throughline.local.LocalIssuer;
import io.throughline.local.LocalRunRefused;
import io.throughline.local.demo.CommandApi;
import io.throughline.local.demo.GraphQl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Customers who ask to be forgotten, each just before a kill: the next lives must bring to its end
 * what two people decided, and leave no trace of them.
 */
final class Erasures {
  /** Stands in every personal text of theirs; nothing else in the world looks like it. */
  private static final String MARKER = "Zw8Oblivion";

  /** Where the run keeps things; the log is looked through too. */
  private static final List<String> FOLDERS = List.of("postgres", "kafka", "vault");

  private static final String COMPLETE = "COMPLETE";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Of wall time; an erasure is complete when the key of its epoch is gone, every few days. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Path line;
  private final CommandApi sales;
  private final CommandApi asks;
  private final CommandApi approves;
  private final GraphQl views;
  private final int customers;
  private int begun;

  /**
   * @param line the run's data
   * @param customers so many ask to be forgotten
   */
  Erasures(Path line, URI command, URI query, int customers) {
    var issuer = LocalIssuer.of(line);
    this.line = line;
    this.sales = new CommandApi(command, as(issuer, Role.SALES, "chaos"), PATIENCE);
    this.asks = new CommandApi(command, as(issuer, Role.FINANCE, "first"), PATIENCE);
    this.approves = new CommandApi(command, as(issuer, Role.FINANCE, "second"), PATIENCE);
    this.views = new GraphQl(query.resolve("/graphql"), as(issuer, Role.SALES, "chaos"));
    this.customers = customers;
  }

  private static Supplier<String> as(LocalIssuer issuer, Role role, String user) {
    return () -> issuer.token(role, user, Optional.empty());
  }

  private static String id(int number) {
    return "FORGOTTEN-" + number;
  }

  void register() throws InterruptedException {
    for (var number = 1; number <= customers; number++) {
      var customer =
          Map.of(
              "customerId",
              id(number),
              "name",
              MARKER + " " + number,
              "email",
              MARKER + number + "@example.com",
              "billTo",
              Map.of(
                  "name",
                  MARKER,
                  "street",
                  "1 " + MARKER + " Lane",
                  "city",
                  "Lethe",
                  "country",
                  "NL"),
              "currency",
              "USD",
              "owner",
              "u1");
      taken(sales, "/api/v1/customers", "register-" + number, customer);
    }
  }

  /** One more of them asks, and a second person agrees. */
  void begin() throws InterruptedException {
    if (begun == customers) {
      return;
    }
    begun++;
    var path = "/api/v1/customers/" + id(begun) + "/erasure";
    var reason = Map.of("reason", MARKER + " wants to be forgotten");
    var approval = JSON.readTree(taken(asks, path, "erase-" + begun, reason));
    var decision = Map.of("decision", "APPROVE", "reason", MARKER + " may go");
    taken(
        approves,
        "/api/v1/approvals/" + approval.path("approvalId").asString(),
        "approve-" + begun,
        decision);
  }

  private static String taken(CommandApi api, String path, String key, Object body)
      throws InterruptedException {
    return switch (api.post(path, "chaos-" + key, body)) {
      case CommandApi.Taken(var answer) -> answer;
      case CommandApi.Refused(var status, var detail) ->
          throw new LocalRunRefused("%s was refused: %d %s".formatted(path, status, detail));
    };
  }

  /** Waits until nothing is left of those who asked, or patience is over. */
  Invariant inTheEnd() throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    var open = unfinished();
    while (!open.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(LOOK);
      open = unfinished();
    }
    var broken = new ArrayList<>(open);
    if (open.isEmpty() && begun == customers) {
      traces().forEach(file -> broken.add("A name that was erased stands in " + file));
    }
    return new Invariant("whoever is to be forgotten is, whatever was killed", begun, broken);
  }

  private List<String> unfinished() throws InterruptedException {
    var unfinished = new ArrayList<String>();
    for (var number : IntStream.rangeClosed(1, begun).toArray()) {
      try {
        var customer =
            views
                .ask(
                    "query($id: ID!) { customer(id: $id) { name erasure { state } } }",
                    Map.of("id", id(number)))
                .path("customer");
        var state = customer.path("erasure").path("state").asString("NOT BEGUN");
        if (!state.equals(COMPLETE) || customer.toString().contains(MARKER)) {
          unfinished.add("The erasure of %s is %s".formatted(id(number), state));
        }
      } catch (LocalRunRefused e) {
        unfinished.add(e.getMessage());
      }
    }
    return unfinished;
  }

  private TreeSet<String> traces() {
    var found = new TreeSet<String>();
    try {
      for (var folder : FOLDERS) {
        try (var files = Files.walk(line.resolve(folder))) {
          for (var file : files.filter(Files::isRegularFile).toList()) {
            addIfMarked(file, found);
          }
        }
      }
      addIfMarked(line.resolve("throughline.log"), found);
      return found;
    } catch (IOException e) {
      throw new LocalRunRefused("The run's files could not be read: " + e.getMessage(), e);
    }
  }

  private void addIfMarked(Path file, TreeSet<String> found) throws IOException {
    try {
      if (Search.finds(MARKER, file)) {
        found.add(line.relativize(file).toString());
      }
    } catch (NoSuchFileException _) {
      // the servers clear up while we look
    }
  }
}
