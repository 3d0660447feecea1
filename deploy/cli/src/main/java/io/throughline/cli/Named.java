package io.throughline.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Things of which a command is given the name of one. */
final class Named {
  private Named() {}

  /**
   * @param kind what they are, in the singular
   * @throws ParameterException naming those that there are
   */
  static <T> T find(
      List<T> all, Function<T, String> nameOf, String name, String kind, CommandSpec command) {
    return all.stream()
        .filter(each -> nameOf.apply(each).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(),
                    "There is no %s %s, only %s"
                        .formatted(
                            kind, name, String.join(", ", all.stream().map(nameOf).toList()))));
  }

  /** Names them at the foot of a command's help. */
  static <T> void list(
      CommandLine line,
      String command,
      List<T> all,
      Function<T, String> nameOf,
      Function<T, String> description) {
    var lines =
        all.stream()
            .map(
                each ->
                    String.format(
                        Locale.ROOT, "  %-12s  %s.", nameOf.apply(each), description.apply(each)))
            .toArray(String[]::new);
    Objects.requireNonNull(line.getSubcommands().get(command))
        .getCommandSpec()
        .usageMessage()
        .footer(lines);
  }
}
