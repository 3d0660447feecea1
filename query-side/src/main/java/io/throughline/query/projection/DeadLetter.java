package io.throughline.query.projection;

import java.util.Map;

/**
 * An event that could not be folded into a document, or that has to wait behind one that could not.
 */
record DeadLetter(
    String key, long globalIndex, Map<String, String> headers, byte[] value, String reason) {}
