package io.throughline.cli;

import io.throughline.kernel.Role;
import io.throughline.local.LocalIssuer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a token and nothing else, so that it fits into {@code $(…)}. The run need not be up. */
@Command(
    name = "token",
    description = "Print a token for the local run, valid for 12 hours.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      converter = RoleNames.class,
      completionCandidates = RoleNames.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Role role;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Whose token it is; the role's name unless given.")
  private @Nullable String user;

  @Option(
      names = "--partner",
      paramLabel = "NAME",
      description = "For whom a partner acts; for --role partner only.")
  private @Nullable String partner;

  @Option(
      names = "--own-accounts",
      description = "See the accounts of --user only; for --role sales, which sees all otherwise.")
  private boolean ownAccounts;

  @Override
  public void run() {
    if (ownAccounts && (role != Role.SALES || user == null)) {
      throw new ParameterException(
          spec.commandLine(), "--own-accounts goes with --role sales and --user only");
    }
    if (partner != null && role != Role.PARTNER) {
      throw new ParameterException(spec.commandLine(), "--partner goes with --role partner only");
    }
    var name = user == null ? role.wireName() : user;
    var issuer = LocalIssuer.of(data.directory());
    spec.commandLine()
        .getOut()
        .println(
            ownAccounts
                ? issuer.repsToken(name)
                : issuer.token(role, name, Optional.ofNullable(partner)));
  }
}
