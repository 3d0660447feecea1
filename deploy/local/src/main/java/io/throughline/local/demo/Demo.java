package io.throughline.local.demo;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Role;
import io.throughline.local.LocalRun;
import io.throughline.local.LocalRunRefused;
import io.throughline.local.LocalSettings;
import io.throughline.local.demo.DemoReport.Parameters;
import io.throughline.local.input.Input;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works an input off on a run: the ERP's master data first, then the customers, and once the ERP
 * has those, the orders; then it watches until each order is settled or parked. Repeating it on the
 * same data finds what is there already.
 */
public final class Demo {
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Looking takes at most this share of the time: what is looked at needs the machine too. */
  private static final int LOOKING_SHARE = 10;

  /** How long the ERP may take for the customers (wall time). */
  private static final Duration CUSTOMERS = Duration.ofMinutes(5);

  private final LocalRun run;
  private final Input input;
  private final DemoListener listener;
  private final Submission submission;
  private final Optional<Intents> intents;
  private final LineView view;
  private final long begun = System.nanoTime();

  private Demo(LocalRun run, Input input, DemoListener listener) {
    this.run = run;
    this.input = input;
    this.listener = listener;
    this.submission =
        new Submission(new CommandApi(run.addresses().command(), () -> run.token(Role.SALES)));
    this.intents = run.org().map(Intents::new);
    this.view =
        new LineView(new GraphQl(run.addresses().graphQl(), () -> run.token(Role.OPERATIONS)));
  }

  /**
   * Returns when every order is settled or parked and the views hold all that was recorded.
   *
   * @throws LocalRunRefused if the run stops answering, or the ERP does not take the customers
   */
  public static DemoResult work(LocalRun run, Input input, DemoListener listener)
      throws InterruptedException {
    return new Demo(run, input, listener).work();
  }

  private DemoResult work() throws InterruptedException {
    run.enterMasterData(input);
    listener.begins("Registering " + input.customers().size() + " customers with the ERP …");
    submission.customers(input.customers()).forEach(listener::refused);
    awaitCustomers();
    listener.begins("Handing over " + input.orders().size() + " orders …");
    var refused = handOver();
    awaitOrders(input.orders().size() - refused);
    return DemoResults.gather(
        run.addresses(), parameters(), input, view, elapsed(), DemoResults.CATCH_UP);
  }

  private Parameters parameters() {
    var settings = run.settings();
    return new Parameters(
        settings.seed(),
        settings.faults(),
        settings.clockRate(),
        LocalSettings.LATENCY.toMillis(),
        LocalSettings.PERMITS);
  }

  /** An order of a customer that the ERP does not know yet would be parked. */
  private void awaitCustomers() throws InterruptedException {
    List<CustomerId> missing = input.customers().stream().map(Input.Customer::customerId).toList();
    while (!missing.isEmpty()) {
      var known = new HashSet<>(view.knownToErp(missing));
      missing = missing.stream().filter(customer -> !known.contains(customer)).toList();
      if (!missing.isEmpty() && elapsed().compareTo(CUSTOMERS) > 0) {
        throw new LocalRunRefused(
            "The ERP has not taken "
                + missing.size()
                + " of the customers in "
                + CUSTOMERS.toMinutes()
                + " minutes, "
                + missing.getFirst()
                + " among them; the log says why.");
      }
      Thread.sleep(missing.isEmpty() ? Duration.ZERO : LOOK);
    }
  }

  /**
   * @return how many orders were refused
   */
  private int handOver() throws InterruptedException {
    try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
      var refusals = thread.submit(() -> orders());
      try {
        watch(refusals);
        refusals.get().forEach(listener::refused);
        return refusals.get().size();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof LocalRunRefused refused
            ? refused
            : new IllegalStateException(e.getCause());
      } finally {
        refusals.cancel(true);
      }
    }
  }

  /** As in an org; where the simulated one is out of reach, through the command API. */
  private List<Submission.Refusal> orders() throws InterruptedException {
    return intents.isPresent()
        ? intents.get().orders(input.orders())
        : submission.orders(input.orders());
  }

  private int ordersTaken() {
    return intents.map(Intents::taken).orElseGet(submission::ordersTaken);
  }

  private void watch(Future<?> work) throws InterruptedException {
    while (!work.isDone()) {
      lookAndPause();
    }
  }

  private void awaitOrders(int expected) throws InterruptedException {
    var finished = 0;
    while (finished < expected) {
      finished = lookAndPause();
    }
    look(true);
  }

  private int lookAndPause() throws InterruptedException {
    var start = System.nanoTime();
    var finished = look(false);
    var pause = Duration.ofNanos(System.nanoTime() - start).multipliedBy(LOOKING_SHARE);
    Thread.sleep(pause.compareTo(LOOK) > 0 ? pause : LOOK);
    return finished;
  }

  private int look(boolean isDone) throws InterruptedException {
    var byState = new TreeMap<String, Integer>();
    var finished = 0;
    for (var order : ours()) {
      byState.merge(order.shownState(), 1, Integer::sum);
      finished += order.isFinished() ? 1 : 0;
    }
    listener.progresses(
        new DemoProgress(
            input.orders().size(), ordersTaken(), byState, finished, isDone, elapsed()));
    return finished;
  }

  /** The data may hold orders of earlier inputs too. */
  private List<OrderSummary> ours() throws InterruptedException {
    var known = view.orders();
    var ours = new ArrayList<OrderSummary>();
    for (var order : input.orders()) {
      var summary = known.get(order.orderId());
      if (summary != null) {
        ours.add(summary);
      }
    }
    return ours;
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
