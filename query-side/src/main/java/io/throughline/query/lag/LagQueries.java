package io.throughline.query.lag;

import io.throughline.query.projection.SliceProgress;
import io.throughline.query.projection.Slices;
import java.util.List;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class LagQueries {
  private final Slices slices;

  LagQueries(Slices slices) {
    this.slices = slices;
  }

  @QueryMapping
  List<SliceProgress> lag() {
    return slices.progress();
  }
}
