package io.throughline.query.lag;

import io.throughline.query.platform.BadInput;
import io.throughline.query.projection.ParkedEvent;
import io.throughline.query.projection.ReplayStatus;
import io.throughline.query.projection.SliceProgress;
import io.throughline.query.projection.Slices;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class LagQueries {
  private static final int MOST = 1000;

  private final Slices slices;

  LagQueries(Slices slices) {
    this.slices = slices;
  }

  @QueryMapping
  List<SliceProgress> lag() {
    return slices.progress();
  }

  @QueryMapping
  List<ReplayStatus> replays() {
    return slices.replays();
  }

  /** An error's words may name what stands in the event. */
  @QueryMapping
  List<ParkedEvent> deadLetters(@Argument @Nullable Integer first) {
    var limit = first == null ? MOST : first;
    if (limit < 1 || limit > MOST) {
      throw new BadInput("first is a number from 1 to " + MOST + ", not " + limit + ".");
    }
    return slices.deadLetters(limit);
  }
}
