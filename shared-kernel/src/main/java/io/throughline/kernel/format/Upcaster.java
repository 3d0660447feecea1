package io.throughline.kernel.format;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns one old version of an event into the next.
 *
 * @param from the old wire name
 * @param to the wire name of the version that comes out
 * @param change the old JSON to the new
 */
public record Upcaster(String from, String to, UnaryOperator<ObjectNode> change) {}
