package io.throughline.query.lag;

import io.throughline.query.projection.SliceProgress;
import io.throughline.query.projection.Slices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Says in every answer which views are still catching up, and how far they are: {@code
 * extensions.catchingUp: [{slice, percent}]}. Where all are up to date, nothing is said.
 */
@Component
class CatchingUp implements WebGraphQlInterceptor {
  private final Slices slices;

  CatchingUp(Slices slices) {
    this.slices = slices;
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    return chain.next(request).map(this::told);
  }

  private WebGraphQlResponse told(WebGraphQlResponse response) {
    var behind = slices.progress().stream().filter(SliceProgress::catchingUp).toList();
    return behind.isEmpty()
        ? response
        : response.transform(
            answer -> {
              var extensions = new LinkedHashMap<>(response.getExtensions());
              extensions.put("catchingUp", described(behind));
              answer.extensions(extensions);
            });
  }

  private static List<Map<String, Object>> described(List<SliceProgress> behind) {
    return behind.stream()
        .map(it -> Map.<String, Object>of("slice", it.slice(), "percent", it.percent()))
        .toList();
  }
}
