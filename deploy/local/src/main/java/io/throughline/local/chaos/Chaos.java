package io.throughline.local.chaos;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.Role;
import io.throughline.local.Addresses;
import io.throughline.local.DataDirectory;
import io.throughline.local.LocalIssuer;
import io.throughline.local.LocalRunRefused;
import io.throughline.local.LocalSettings;
import io.throughline.local.Ports;
import io.throughline.local.demo.Books;
import io.throughline.local.demo.CommandApi;
import io.throughline.local.demo.DemoListener;
import io.throughline.local.demo.DemoProgress;
import io.throughline.local.demo.DemoReport;
import io.throughline.local.demo.DemoResult;
import io.throughline.local.demo.DemoResults;
import io.throughline.local.demo.GraphQl;
import io.throughline.local.demo.LineView;
import io.throughline.local.demo.OrderCounts;
import io.throughline.local.demo.OrderSummary;
import io.throughline.local.demo.OwnOrders;
import io.throughline.local.demo.Submission;
import io.throughline.local.input.Input;
import io.throughline.local.replay.Replays;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Hands orders over to a run that is killed again and again, while calls of the ERP and the
 * logistics provider go wrong, and sees whether all that must hold holds in the end.
 */
public final class Chaos {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int LOOKING_SHARE = 10;
  private static final OrderCounts NOTHING_KNOWN = new OrderCounts(new TreeMap<>(), 0);
  private static final String ERP_CALLS = "/services/rest";

  /** With so many the run lives for minutes, not seconds. */
  private static final int MANY_ORDERS = 1_000;

  /** So many unfinished orders are named, with what they wait for. */
  private static final int LISTED = 100;

  /** Nobody hears of a request that is sent so long again and again (wall time). */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** So long the query side may say nothing of the orders (wall time): counting takes a while. */
  private static final Duration SILENT = Duration.ofMinutes(10);

  /** So long nothing may change before somebody should look (wall time). */
  private static final Duration STALLED = Duration.ofMinutes(5);

  private final ChaosTerms terms;
  private final DemoListener listener;
  private final Input input;
  private final Random random;

  private Chaos(ChaosTerms terms, DemoListener listener) {
    this.terms = terms;
    this.listener = listener;
    this.input = OwnOrders.of(terms.orders(), terms.seed());
    this.random = new Random(terms.seed());
  }

  /** What came of it, and the parked orders for whoever wants to mend them. */
  public record Outcome(ChaosReport report, DemoResult demo) {}

  /**
   * Returns when every order is settled or parked, when nothing moves any more, or when the thread
   * is interrupted: the report says which.
   *
   * @throws LocalRunRefused if the run cannot be started, or does not answer in the end
   */
  public static Outcome run(ChaosTerms terms, DemoListener listener) throws InterruptedException {
    return new Chaos(terms, listener).run();
  }

  private Outcome run() throws InterruptedException {
    try (var outside = DataDirectory.open(terms.data().resolve("world"))) {
      outside.clear();
      var ports = Ports.free();
      try (var world = World.start(terms, outside.root().resolve("journals"), ports.mongo())) {
        var settings =
            new LocalSettings(
                terms.data().resolve("line"),
                true,
                terms.clockRate(),
                terms.seed(),
                terms.faults(),
                ports,
                Optional.of(world.outside()));
        var command = URI.create("http://localhost:" + ports.command());
        var query = URI.create("http://localhost:" + ports.query());
        world.enter(input);
        world.tell(Addresses.webhooks(command));
        listener.begins("Starting the run in a JVM of its own …");
        try (var lives =
            Lives.begin(settings, List.of(command, query), random, terms.orders() >= MANY_ORDERS)) {
          return new Trial(world, lives, settings, command, query).run();
        }
      }
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws InterruptedException;
  }

  /** What is done with a run that lives. */
  private final class Trial {
    private final World world;
    private final Lives lives;
    private final LocalSettings settings;
    private final Addresses addresses;
    private final Submission submission;
    private final LineView view;
    private final Replays replays;
    private final Erasures erasures;
    private final EditedCustomers edited;
    private final long begun = System.nanoTime();
    private long changed = begun;
    private long answered = begun;
    private OrderCounts last = NOTHING_KNOWN;
    private long handedOver = begun;
    private long ended;
    private int killsDone;

    Trial(World world, Lives lives, LocalSettings settings, URI command, URI query) {
      this.world = world;
      this.lives = lives;
      this.settings = settings;
      this.addresses = Addresses.of(settings.ports(), world.address());
      var issuer = LocalIssuer.of(settings.data());
      var seller = issuer.token(Role.SALES, "chaos", Optional.empty()); // outlives the trial
      var operator = issuer.token(Role.OPERATIONS, "chaos", Optional.empty());
      this.submission = new Submission(new CommandApi(command, () -> seller, PATIENCE));
      this.view = new LineView(new GraphQl(query.resolve("/graphql"), () -> operator));
      this.replays = new Replays(query, () -> operator);
      this.erasures = new Erasures(settings.data(), command, query, terms.kills());
      this.edited = new EditedCustomers(world.org(), world.erp(), view, terms.kills());
    }

    Outcome run() throws InterruptedException {
      var outcome = outcome(endOf(this::work));
      while (wentOn(outcome.report().ending(), outcome.report().unfinished())) {
        outcome = outcome(endOf(this::awaitFinished));
      }
      return outcome;
    }

    /** What was parked for a provider's silence goes on by itself when the provider speaks. */
    private static boolean wentOn(Ending ending, List<Unfinished> unfinished) {
      return ending == Ending.FINISHED && !unfinished.isEmpty();
    }

    private Ending endOf(Work work) {
      try {
        work.run();
        return Ending.FINISHED;
      } catch (Stalled _) {
        return Ending.STALLED;
      } catch (InterruptedException _) {
        return Ending.INTERRUPTED; // what is known by now is worth telling
      } finally {
        listener.begins("Looking at the books …");
      }
    }

    private void work() throws InterruptedException {
      listener.begins("Registering " + input.customers().size() + " customers with the ERP …");
      submission.customers(input.customers()).forEach(listener::refused);
      erasures.register();
      edited.register();
      awaitCustomers();
      listener.begins(
          "Handing over %,d orders, with %d kills on the way …"
              .formatted(terms.orders(), terms.kills()));
      handedOver = System.nanoTime();
      try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
        var refusals = thread.submit(() -> submission.orders(input.orders()));
        try {
          while (!refusals.isDone() || finished() < terms.orders() - refused(refusals)) {
            look();
          }
          refusals.resultNow().forEach(listener::refused);
        } finally {
          refusals.cancel(true);
        }
      }
      while (killsDone < terms.kills()) { // fewer orders than kills
        kill();
      }
      ended = System.nanoTime();
      awaitFinished();
    }

    private int refused(Future<List<Submission.Refusal>> refusals) throws InterruptedException {
      try {
        return refusals.get().size();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException failure
            ? failure
            : new IllegalStateException(e.getCause());
      }
    }

    private void awaitCustomers() throws InterruptedException {
      var all = input.customers().stream().map(Input.Customer::customerId).toList();
      while (known(all) < all.size()) {
        requireMovement(NOTHING_KNOWN);
        Thread.sleep(LOOK);
      }
    }

    /** None where the query side does not answer just now. */
    private int known(List<CustomerId> customers) throws InterruptedException {
      try {
        return view.knownToErp(customers).size();
      } catch (LocalRunRefused _) {
        return 0; // it is busy; whoever never answers is found not to move
      }
    }

    private void awaitFinished() throws InterruptedException {
      do {
        look();
      } while (finished() < submission.taken().size());
    }

    private int finished() {
      return last.finished();
    }

    private void look() throws InterruptedException {
      var begin = System.nanoTime();
      var counts = counted();
      var pause = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(LOOKING_SHARE);
      if (counts.isPresent()) {
        answered = System.nanoTime();
        requireMovement(counts.get());
      } else if (System.nanoTime() - answered > SILENT.toNanos()) {
        throw new Stalled();
      }
      show();
      if (killsDone < terms.kills() && progress() >= (killsDone + 1.0) / (terms.kills() + 1)) {
        kill();
      } else {
        Thread.sleep(pause.compareTo(LOOK) > 0 ? pause : LOOK);
      }
    }

    private double progress() {
      return (submission.taken().size() + finished()) / (2.0 * terms.orders());
    }

    private void kill() throws InterruptedException {
      erasures.begin();
      edited.edit();
      Thread.sleep(random.nextInt(1_000)); // the moment
      lives.killAndStart(submission, input);
      killsDone++;
      changed = System.nanoTime();
    }

    /** Empty where the query side does not answer just now. */
    private Optional<OrderCounts> counted() throws InterruptedException {
      try {
        return Optional.of(view.counts());
      } catch (LocalRunRefused _) {
        return Optional.empty(); // it was just killed, or is busy
      }
    }

    private void requireMovement(OrderCounts counts) {
      var now = System.nanoTime();
      if (!counts.equals(last)) {
        last = counts;
        changed = now;
      } else if (now - changed > STALLED.toNanos()) {
        throw new Stalled();
      }
    }

    private void show() {
      listener.progresses(
          new DemoProgress(
              terms.orders(),
              submission.taken().size(),
              last.byState(),
              finished(),
              finished() == terms.orders(),
              Duration.ofNanos(System.nanoTime() - begun)));
    }

    private Outcome outcome(Ending ending) throws InterruptedException {
      var end = ended == 0 ? System.nanoTime() : ended;
      var elapsed = Duration.ofNanos(end - handedOver);
      var demo =
          DemoResults.gather(
              addresses,
              new DemoReport.Parameters(
                  terms.seed(),
                  terms.faults(),
                  terms.clockRate(),
                  terms.latency().toMillis(),
                  terms.permits()),
              input,
              view,
              elapsed,
              ending == Ending.INTERRUPTED ? Duration.ZERO : DemoResults.CATCH_UP);
      var books = Books.read(world.address()).json();
      var orders = view.orders();
      var done = orders.values().stream().filter(OrderSummary::isFinished).count();
      var unfinished = unfinished(orders);
      var invariants = invariants(ending, books, orders, demo);
      if (ending != Ending.INTERRUPTED && !wentOn(ending, unfinished)) {
        invariants.addAll(onceAllIsQuiet());
      }
      return new Outcome(
          new ChaosReport(
              demo.report(),
              ending,
              faults(books),
              new ChaosReport.Kills(
                  lives.kills(), lives.longestSecondsToCommands(), lives.down().toMillis() / 1e3),
              ChaosReport.Pace.of(
                  terms,
                  (int) done,
                  erpCalls(books),
                  Math.max(1, elapsed.minus(lives.down()).toMillis()) / 1e3),
              List.copyOf(invariants),
              unfinished),
          demo);
    }

    private List<Invariant> invariants(
        Ending ending, JsonNode books, Map<OrderId, OrderSummary> orders, DemoResult demo)
        throws InterruptedException {
      var held =
          new Invariants(
              books,
              input.orders().stream().map(Input.Order::orderId).collect(Collectors.toSet()),
              submission.taken(),
              orders,
              demo.parked());
      var invariants = new ArrayList<>(held.always());
      switch (ending) {
        case FINISHED, STALLED -> invariants.addAll(held.inTheEnd(demo.report().events()));
        case INTERRUPTED -> {} // orders are under way, and nothing is wrong with that
      }
      invariants.addAll(lives.invariants());
      return invariants;
    }

    /** What takes long to look at, and so is looked at once. */
    private List<Invariant> onceAllIsQuiet() throws InterruptedException {
      var forgotten = erasures.inTheEnd();
      var onBothSides = edited.inTheEnd();
      listener.begins("Folding every view anew …");
      return List.of(forgotten, onBothSides, ViewsAnew.of(view.slices(), replays));
    }

    private List<Unfinished> unfinished(Map<OrderId, OrderSummary> orders)
        throws InterruptedException {
      var unfinished = new ArrayList<Unfinished>();
      for (var order : orders.values()) {
        if (!order.isFinished() && unfinished.size() < LISTED) {
          unfinished.add(
              new Unfinished(order.id().value(), order.state(), view.whyStuck(order.id())));
        }
      }
      return List.copyOf(unfinished);
    }

    private static SortedMap<String, Integer> faults(JsonNode books) {
      var faults = new TreeMap<String, Integer>();
      for (var fault : books.path("faults").path("injected").properties()) {
        faults.put(fault.getKey(), fault.getValue().asInt());
      }
      for (var kind : List.of("dropped", "duplicated", "heldBack")) {
        faults.put("webhooks " + kind, books.path("carrier").path("webhooks").path(kind).asInt());
      }
      return faults;
    }

    private static long erpCalls(JsonNode books) {
      return books.path("traffic").properties().stream()
          .filter(system -> system.getKey().startsWith(ERP_CALLS))
          .mapToLong(system -> system.getValue().path("calls").asLong())
          .sum();
    }
  }
}
