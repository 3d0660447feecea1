package io.throughline.query.live;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a system said, or that it said nothing.
 *
 * @param value as the system API gives it; missing where there is none
 */
record Told(LiveState state, JsonNode value) {

  static Told nothing(LiveState state) {
    return new Told(state, MissingNode.getInstance());
  }
}
