package io.throughline.cli;

import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.local.LocalRun;
import io.throughline.local.demo.DemoReport;
import io.throughline.local.demo.DemoResult;
import io.throughline.local.demo.ParkedException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What a person reads at the end of a demo: what became of the orders, what waits for whom, and
 * where to look.
 */
final class DemoSummary {
  private final LocalRun run;
  private final DemoResult result;
  private final StringBuilder text = new StringBuilder();

  private DemoSummary(LocalRun run, DemoResult result) {
    this.run = run;
    this.result = result;
  }

  static String of(LocalRun run, DemoResult result) {
    return new DemoSummary(run, result).text();
  }

  private String text() {
    var report = result.report();
    heading("What became of them");
    figures(report);
    if (!result.parked().isEmpty()) {
      heading("What waits for somebody");
      parked(report);
    }
    heading("Where to look");
    text.append(Signposts.of(run));
    ask();
    return text.toString();
  }

  private void heading(String title) {
    text.append('\n').append(title).append('\n').append("─".repeat(title.length())).append('\n');
  }

  private void figures(DemoReport report) {
    var money = report.money();
    line(
        "Orders", report.orders().submitted() + " submitted: " + counts(report.orders().byState()));
    line(
        "Money, net",
        String.format(
            Locale.ROOT,
            "%s: %,.2f ordered, %,.2f invoiced, %,.2f paid, %,.2f cancelled",
            money.currency(),
            money.ordered(),
            money.invoiced(),
            money.paid(),
            money.cancelled()));
    var subscriptions = report.subscriptions();
    if (subscriptions.lines() > 0) {
      line(
          "Subscriptions, net",
          String.format(
              Locale.ROOT,
              "%,d lines, %,d invoices so far: %,.2f invoiced, %,.2f credited, %,.2f paid",
              subscriptions.lines(),
              subscriptions.invoices(),
              subscriptions.invoiced(),
              subscriptions.credited(),
              subscriptions.paid()));
    }
    var effects = report.effects();
    line(
        "At the ERP and carrier",
        String.format(
            Locale.ROOT,
            "%,d sales orders, %,d shipments, %,d invoices, %s",
            effects.erpSalesOrders(),
            effects.shipments(),
            effects.invoices(),
            effects.duplicates() == 0 ? "nothing twice" : effects.duplicates() + " DUPLICATES"));
    var org = report.salesforce();
    line(
        "Salesforce",
        String.format(
            Locale.ROOT,
            "%,d intents taken once%s, %,d orders in their last state%s",
            org.takenOnce(),
            org.refused() == 0 ? "" : String.format(Locale.ROOT, ", %,d refused", org.refused()),
            org.inLastState(),
            org.inLastState() == org.orders()
                ? ""
                : String.format(Locale.ROOT, ", %,d BEHIND", org.orders() - org.inLastState())));
    var events = report.events();
    line(
        "Events",
        String.format(
            Locale.ROOT,
            "%,d stored, %,d published, %,d in the views",
            events.stored(),
            events.published(),
            events.projected()));
    var latency = report.latencyMs();
    line(
        "Pace",
        String.format(
            Locale.ROOT,
            "%.1f s in all; submitted to accepted %,.0f ms (p99 %,.0f), event to view %,.0f ms (p99"
                + " %,.0f)",
            report.seconds(),
            latency.submitToAccepted().p50(),
            latency.submitToAccepted().p99(),
            latency.eventToView().p50(),
            latency.eventToView().p99()));
    var parameters = report.parameters();
    line(
        "Simulators",
        String.format(
            Locale.ROOT,
            "seed %d, faults %.0f %%, %d ms a call, %d ERP calls at a time",
            parameters.seed(),
            parameters.faults() * 100,
            parameters.latencyMs(),
            parameters.permits()));
  }

  private void parked(DemoReport report) {
    for (var cause : report.exceptions().byCause().entrySet()) {
      var first =
          result.parked().stream()
              .filter(exception -> exception.cause().name().equals(cause.getKey()))
              .findFirst()
              .orElseThrow();
      line(
          first.orderId()
              + (cause.getValue() > 1 ? " and " + (cause.getValue() - 1) + " more" : ""),
          first.cause().summary()
              + " ("
              + first.cause().queue().name().toLowerCase(Locale.ROOT)
              + ")");
    }
    var easiest =
        result.parked().stream().min(Comparator.comparingInt(DemoSummary::effort)).orElseThrow();
    text.append("\n  Mend one by hand; the order then goes its way:\n\n")
        .append(indented(remedyCommand(easiest)));
  }

  /**
   * The remedy for which a person has to state the least; giving up and trying again as it is mend
   * nothing.
   */
  private static Remedy easiest(ParkedException exception) {
    var remedies = exception.cause().remedies();
    return remedies.stream()
        .filter(remedy -> remedy != Remedy.RETRY && remedy != Remedy.CANCEL_ORDER)
        .min(Comparator.comparingInt(remedy -> remedy.parameters().size()))
        .orElseGet(remedies::getFirst);
  }

  private static int effort(ParkedException exception) {
    return easiest(exception).parameters().size();
  }

  private String remedyCommand(ParkedException exception) {
    var remedy = easiest(exception);
    var parameters =
        remedy.parameters().stream()
            .sorted()
            .map(name -> "\"" + name + "\": \"" + example(name, exception) + "\"")
            .collect(Collectors.joining(", "));
    return """
    curl -X POST %s/api/v1/exceptions/%s/remedies/%s \\
      -H "Authorization: Bearer $(%s)" \\
      -H 'Idempotency-Key: "mend-%s"' \\
      -H 'Content-Type: application/json' \\
      -d '{"parameters": {%s}}'
    """
        .formatted(
            run.addresses().command(),
            exception.id(),
            remedy.wireName(),
            token(remedy.roles().stream().min(Comparator.naturalOrder()).orElseThrow().wireName()),
            exception.id(),
            parameters);
  }

  private static String example(String parameter, ParkedException exception) {
    return switch (parameter) {
      case "lineId" -> exception.lineId().map(Object::toString).orElse("1");
      case "taxRegion" -> "US-NY";
      default -> "…";
    };
  }

  private void ask() {
    text.append("\n  Where is ").append(result.example()).append("?\n\n");
    text.append(
        indented(
            """
            curl %s \\
              -H "Authorization: Bearer $(%s)" \\
              -H 'Content-Type: application/json' \\
              -d '{"query": "{ order(id: \\"%s\\") { state milestones { name at } shipments { warehouse state } } }"}'
            """
                .formatted(run.addresses().graphQl(), token("sales"), result.example())));
  }

  private String token(String role) {
    return "./throughline token --role " + role + Signposts.dataOption(run);
  }

  private static String counts(SortedMap<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(
            count ->
                count.getValue() + " " + count.getKey().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  private void line(String what, String how) {
    text.append(String.format(Locale.ROOT, "  %-23s %s%n", what, how));
  }

  private static String indented(String command) {
    return command.indent(4);
  }
}
