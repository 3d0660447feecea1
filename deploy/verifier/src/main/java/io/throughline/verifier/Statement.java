package io.throughline.verifier;

/**
 * What was proven, for a person to read.
 *
 * @param text full sentences, one a line
 */
public record Statement(String text) {}
