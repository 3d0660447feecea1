package io.throughline.command.operations;

import io.throughline.command.platform.NotKnown;
import io.throughline.kernel.fulfilment.Remedy;
import java.util.Arrays;
import java.util.stream.Collectors;

/** There is no such remedy. */
public final class UnknownRemedy extends NotKnown {
  private static final long serialVersionUID = 1L;

  UnknownRemedy(String name) {
    super(
        "There is no remedy "
            + name
            + ". There are: "
            + Arrays.stream(Remedy.values()).map(Remedy::wireName).collect(Collectors.joining(", "))
            + ".");
  }
}
