package io.throughline.query.limits;

import graphql.execution.AbortExecutionException;
import io.throughline.query.platform.Refusal;
import java.util.Map;

/** Stops a request before anything is read. */
final class Refused extends AbortExecutionException {
  private static final long serialVersionUID = 1L;

  private final String code;

  Refused(Refusal why) {
    super(why.message());
    this.code = why.code();
  }

  @Override
  public Map<String, Object> getExtensions() {
    return Map.of("code", code);
  }
}
