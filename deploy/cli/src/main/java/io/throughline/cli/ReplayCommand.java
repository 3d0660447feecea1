package io.throughline.cli;

import io.throughline.kernel.Role;
import io.throughline.local.LocalIssuer;
import io.throughline.local.replay.Replay;
import io.throughline.local.replay.Replays;
import java.net.URI;
import java.nio.file.Path;
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

/** Folds a view anew beside the live one, and tells how it goes. */
@Command(
    name = "replay",
    description =
        "Fold a view anew from the log, beside the live one, compare, and switch to it. Stopped, it"
            + " goes on by itself; asked for again, it is watched.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private static final String USER = "replay";

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(
      paramLabel = "SLICE",
      description = "The view, as GraphQL's lag names it: orderdetails, orderlist, …")
  private String slice;

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
          "Of the role operations or integration; THROUGHLINE_TOKEN, or one of the local run's,"
              + " unless given.")
  private @Nullable String token;

  @Option(
      names = "--changed",
      paramLabel = "WHY",
      description =
          "Other documents are expected, for this reason: switch to them without a second person.")
  private @Nullable String changed;

  @Option(names = "--rollback", description = "Make live again what was live before.")
  private boolean rollback;

  @Option(names = "--stop", description = "Stop the one under way and drop what it has folded.")
  private boolean stop;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write how it ended there, as JSON.")
  private @Nullable Path report;

  @Override
  public Integer call() throws Exception {
    if (rollback && stop || changed != null && (rollback || stop)) {
      throw new ParameterException(
          spec.commandLine(), "--changed, --rollback and --stop do not go together");
    }
    var replays = new Replays(url, token());
    var ended = ended(replays);
    spec.commandLine().getOut().print(told(ended));
    spec.commandLine().getOut().flush();
    if (report != null) {
      ReportFile.write(ended, report);
    }
    return rollback || stop || ended.isLive() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private Replay ended(Replays replays) throws InterruptedException {
    if (rollback) {
      return replays.rollBack(slice);
    }
    if (stop) {
      return replays.abandon(slice);
    }
    try (var line = new StatusLine(spec.commandLine().getOut())) {
      return replays.await(replays.begin(slice, changed), now -> line.show(progress(now)));
    }
  }

  private Supplier<String> token() {
    var given = token != null ? token : System.getenv("THROUGHLINE_TOKEN");
    if (given != null && !given.isBlank()) {
      return given::strip;
    }
    var issuer = LocalIssuer.of(data.directory());
    return () -> issuer.token(Role.OPERATIONS, USER, Optional.empty());
  }

  private static String progress(Replay now) {
    if (now.state().equals("COMPARING")) {
      return now.slice() + ": comparing with the live one";
    }
    var left = now.secondsLeft();
    return String.format(
        Locale.ROOT,
        "%s: %,d of %,d events (%d %%), %,.0f a second%s",
        now.slice(),
        now.events(),
        now.total(),
        now.percent(),
        now.perSecond(),
        left == null || left == 0 ? "" : String.format(Locale.ROOT, ", %,d s left", left));
  }

  private static String told(Replay ended) {
    var difference = ended.difference();
    var compared =
        difference == null
            ? ""
            : String.format(
                Locale.ROOT,
                "  compared    %,d live, %,d rebuilt, %,d not the same%s%n"
                    + "  live        sha256 %s%n  rebuilt     sha256 %s%n",
                difference.live(),
                difference.rebuilt(),
                difference.differing(),
                difference.examples().isEmpty()
                    ? ""
                    : ": " + String.join(", ", difference.examples()),
                difference.liveHash(),
                difference.rebuiltHash());
    return String.format(
            Locale.ROOT,
            "%s, generation %s, version %d: %s%n",
            ended.slice(),
            ended.generation(),
            ended.version(),
            sentence(ended))
        + compared
        + (ended.state().equals("DIFFERS") ? next(ended) : "");
  }

  private static String sentence(Replay ended) {
    return switch (ended.state()) {
      case "SWITCHED" -> "it is live; --rollback makes live again what was live before.";
      case "DIFFERS" -> "it is not what the live view is, so two people decide.";
      case "ABANDONED" -> "stopped.";
      case "ROLLED_BACK" -> "it is live again.";
      default -> ended.state().toLowerCase(Locale.ROOT) + ".";
    };
  }

  private static String next(Replay ended) {
    var difference = ended.difference();
    return String.format(
        Locale.ROOT,
        "  ask for it  POST /api/v1/replays/%s/switch on the command side, with%n"
            + "              {\"generation\": \"%s\", \"differing\": %d, \"reason\": \"…\"};%n"
            + "              somebody else then decides: POST /api/v1/approvals/{approvalId}%n"
            + "  or stop it  ./throughline replay %s --stop%n",
        ended.slice(),
        ended.generation(),
        difference == null ? 0 : difference.differing(),
        ended.slice());
  }
}
