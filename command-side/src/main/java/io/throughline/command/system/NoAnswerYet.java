package io.throughline.command.system;

import io.throughline.command.platform.NotAnswered;

/** The system does not answer, and nothing is known from before. */
public final class NoAnswerYet extends NotAnswered {
  private static final long serialVersionUID = 1L;

  NoAnswerYet(String source, String why) {
    super(
        source
            + " does not answer, and nothing is known from before: ask again later. It was: "
            + why);
  }
}
