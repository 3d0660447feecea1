package io.throughline.cli;

import io.throughline.local.LocalRun;
import java.util.Locale;

/** The addresses to open, as a person wants to read them. */
final class Signposts {

  private Signposts() {}

  /** In one line, for whoever does not want to wait until all is done. */
  static String toWatch(LocalRun run) {
    var at = run.addresses();
    return "Watch it at %s/, commands at %s, simulators at %s"
        .formatted(at.query(), at.command(), at.simulators());
  }

  static String of(LocalRun run) {
    var at = run.addresses();
    var text = new StringBuilder();
    line(text, "Console", at.query() + "/", "what waits, and the buttons that mend it");
    line(
        text,
        "Command API",
        at.command() + "/api/v1",
        "OpenAPI at " + at.command() + "/openapi/3.1");
    line(text, "GraphQL", at.graphQl().toString(), "try it at " + at.query() + "/graphiql");
    line(
        text,
        "Simulators",
        at.simulators() + "/books",
        "what really happened at the ERP and the carrier");
    line(text, "PostgreSQL", at.jdbcUrl(), "user " + at.jdbcUser());
    line(text, "Kafka", at.kafkaBootstrapServers(), "topic throughline.events.v1");
    line(text, "MongoDB", at.mongoUri(), "");
    at.moved()
        .forEach(
            (usual, actual) ->
                text.append("  Port ")
                    .append(usual)
                    .append(" was taken, so ")
                    .append(actual)
                    .append(" is used.\n"));
    text.append(
        String.format(
            Locale.ROOT,
            "%n  The business's clock goes at %,.0f times the real one: a day in %s.%n",
            run.settings().clockRate(),
            duration(86_400 / run.settings().clockRate())));
    text.append(
            "  A token: ./throughline token --role"
                + " sales|operations|analyst|finance|integration|partner")
        .append(dataOption(run))
        .append('\n');
    return text.toString();
  }

  /** What a command on this run's data has to say, where that is not at its usual place. */
  static String dataOption(LocalRun run) {
    var data = run.settings().data();
    return data.equals(DataOption.usual()) ? "" : " --data " + data;
  }

  private static void line(StringBuilder text, String what, String where, String hint) {
    text.append(String.format(Locale.ROOT, "  %-12s %-48s %s", what, where, hint).stripTrailing())
        .append('\n');
  }

  private static String duration(double seconds) {
    return seconds < 120
        ? String.format(Locale.ROOT, "%.3g s", seconds)
        : String.format(Locale.ROOT, "%.3g min", seconds / 60);
  }
}
