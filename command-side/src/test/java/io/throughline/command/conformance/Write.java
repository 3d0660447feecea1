package io.throughline.command.conformance;

import io.throughline.command.platform.Answer;
import java.util.function.Function;

/**
 * A call that changes something at the other side.
 *
 * @param name for people
 * @param call a part of method and path of the request that changes it, as the simulated system
 *     tells requests apart
 * @param <P> the port
 */
public record Write<P>(String name, String call, Function<P, Answer<?>> perform) {

  @Override
  public String toString() {
    return name;
  }
}
