package io.throughline.bench;

import io.throughline.bench.graphql.GraphQlTrial;
import io.throughline.bench.proof.ForgeryTrial;
import io.throughline.bench.proof.TamperTrial;
import io.throughline.bench.query.RebuildTrial;
import io.throughline.bench.trial.CrashTrial;
import io.throughline.bench.trial.GapTrial;
import io.throughline.bench.trial.IntentsTrial;
import io.throughline.bench.trial.StatusesTrial;
import io.throughline.bench.trial.Trial;
import java.util.List;

/** All trials, by name. */
public final class Trials {
  public static final List<Trial> ALL =
      List.of(
          new GapTrial(),
          new CrashTrial(),
          new TamperTrial(),
          new ForgeryTrial(),
          new RebuildTrial(),
          new IntentsTrial(),
          new StatusesTrial(),
          new GraphQlTrial());

  private Trials() {}
}
