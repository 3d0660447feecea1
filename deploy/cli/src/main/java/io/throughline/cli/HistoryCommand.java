package io.throughline.cli;

import io.throughline.kernel.Role;
import io.throughline.local.LocalIssuer;
import io.throughline.local.demo.GraphQl;
import io.throughline.local.past.OcelExport;
import io.throughline.local.past.Pasts;
import io.throughline.local.past.WhatIf;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The past, for analysts: one order's, all of them for process mining, or what if. */
@Command(
    name = "history",
    description =
        "What happened to an order, and how it stood at another time; all histories for process"
            + " mining; what another credit rule would have come to.",
    mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(paramLabel = "ORDER", arity = "0..1", description = "The order's number.")
  private @Nullable String order;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = "As it was known then, wall time: 2026-03-31T12:00:00Z.")
  private @Nullable String recorded;

  @Option(
      names = "--effective",
      paramLabel = "TIME",
      description = "Of what had happened by then, business time.")
  private @Nullable String effective;

  @Option(
      names = "--export",
      paramLabel = "ocel FILE",
      arity = "2",
      description = "Write all histories there, as an OCEL 2.0 event log in JSON.")
  private String @Nullable [] export;

  @Option(
      names = "--what-if",
      paramLabel = "RULE",
      description =
          "Decide the credit checks that failed again: credit-limit=50000, credit-limit=+20%%.")
  private @Nullable String rule;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Of the query side; ${DEFAULT-VALUE} unless given.",
      defaultValue = "http://localhost:8081")
  private URI url;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "Of the role analyst; THROUGHLINE_TOKEN, or one of the local run's, unless given.")
  private @Nullable String token;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write what --what-if or --export found there, as JSON.")
  private @Nullable Path report;

  @Override
  public Integer call() throws InterruptedException {
    var asked = (order == null ? 0 : 1) + (export == null ? 0 : 1) + (rule == null ? 0 : 1);
    if (asked != 1) {
      throw new ParameterException(
          spec.commandLine(), "Name an order, or give one of --export and --what-if");
    }
    if (order == null && (recorded != null || effective != null)) {
      throw new ParameterException(spec.commandLine(), "--as-of and --effective go with an order");
    }
    var pasts = new Pasts(new GraphQl(url.resolve("/graphql"), token()));
    if (order != null) {
      show(pasts, order);
    } else if (rule != null) {
      show(pasts.whatIf(rule));
    } else if (export != null) {
      export(pasts, export);
    }
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  private void show(Pasts pasts, String orderId) throws InterruptedException {
    var out = spec.commandLine().getOut();
    if (recorded != null || effective != null) {
      var then = pasts.order(orderId, time("--as-of", recorded), time("--effective", effective));
      out.println(
          then.map(HistoryCommand::told).orElse("The order " + orderId + " was not there then."));
      return;
    }
    pasts.history(
        orderId,
        event ->
            out.printf(
                "%-24s  %s  (%s%s)%n",
                event.path("occurredAt").asString(),
                event.path("sentence").asString(),
                event.path("wireName").asString(),
                event.path("actor").isNull() ? "" : ", " + event.path("actor").asString()));
  }

  private static String told(JsonNode order) {
    var money = order.path("money");
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s of %s: %s%n  ordered %s %s, invoiced %s, paid %s, cancelled %s%n",
            order.path("orderId").asString(),
            order.path("customerId").asString(),
            order.path("state").asString().toLowerCase(Locale.ROOT).replace('_', ' '),
            money.path("ordered").path("amount").asString(),
            money.path("ordered").path("currency").asString(),
            money.path("invoiced").path("amount").asString(),
            money.path("paid").path("amount").asString(),
            money.path("cancelled").path("amount").asString()));
    for (var milestone : order.path("milestones")) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-24s %s%s%n",
              milestone.path("name").asString(),
              milestone.path("at").asString("not yet"),
              milestone.path("promised").isNull()
                  ? ""
                  : ", promised for " + milestone.path("promised").asString()));
    }
    for (var exception : order.path("exceptions")) {
      text.append("  waits for ")
          .append(exception.path("queue").asString().toLowerCase(Locale.ROOT))
          .append(": ")
          .append(exception.path("summary").asString())
          .append(System.lineSeparator());
    }
    return text.toString().stripTrailing();
  }

  private void show(WhatIf found) {
    var out = spec.commandLine().getOut();
    out.printf(
        "With %s, of %,d orders parked for credit %,d would have passed and %,d not.%n",
        found.rule(),
        found.passed().size() + found.parked().size(),
        found.passed().size(),
        found.parked().size());
    out.println("  would have passed, without tax: " + found.passedNet());
    out.println("  would have waited all the same: " + found.parkedNet());
    if (found.erased() > 0) {
      out.printf(
          "  %,d checks cannot be decided again: their figures are erased.%n", found.erased());
    }
    if (!found.caveat().isEmpty()) {
      out.println(found.caveat());
    }
    write(found);
  }

  private void export(Pasts pasts, String[] how) throws InterruptedException {
    if (!how[0].equals("ocel")) {
      throw new ParameterException(
          spec.commandLine(), "Histories are exported as ocel, not as " + how[0]);
    }
    var out = spec.commandLine().getOut();
    OcelExport.Exported exported;
    try (var line = new StatusLine(out)) {
      exported =
          OcelExport.to(
              Path.of(how[1]), pasts, orders -> line.show("%,d orders".formatted(orders)));
    }
    out.printf(
        "%,d orders and %,d events are in %s.%n", exported.orders(), exported.events(), how[1]);
    write(exported);
  }

  private void write(Object found) {
    if (report != null) {
      ReportFile.write(found, report);
    }
  }

  private @Nullable Instant time(String option, @Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException _) {
      throw new ParameterException(
          spec.commandLine(), option + " is a time like 2026-03-31T12:00:00Z, not '" + text + "'");
    }
  }

  private Supplier<String> token() {
    var given = token != null ? token : System.getenv("THROUGHLINE_TOKEN");
    if (given != null && !given.isBlank()) {
      return given::strip;
    }
    var issuer = LocalIssuer.of(data.directory());
    return () -> issuer.token(Role.ANALYST, "history", Optional.empty());
  }
}
