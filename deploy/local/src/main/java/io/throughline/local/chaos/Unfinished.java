package io.throughline.local.chaos;

/**
 * An order that had come to no end when the trial had.
 *
 * @param state as the query side calls it
 * @param waitsFor in a sentence
 */
public record Unfinished(String order, String state, String waitsFor) {}
