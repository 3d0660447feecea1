package io.throughline.simulators;

import java.util.Map;

/** A response. */
public record Reply(int status, Map<String, String> headers, String contentType, String body) {

  public static Reply json(int status, String body) {
    return new Reply(status, Map.of(), "application/json", body);
  }

  /** 204, and where the thing is. */
  public static Reply at(String location) {
    return new Reply(204, Map.of("Location", location), "", "");
  }
}
