package io.throughline.query.projection;

/**
 * How far a slice is behind.
 *
 * @param events published and not folded yet
 * @param millis since the oldest of them was recorded (wall time); 0 if there is none
 * @param catchingUp whether it is still reading what was there when it started
 * @param percent of that which it has read
 * @param deadLetters events that are parked
 * @param globalIndex of the last event folded
 */
public record SliceProgress(
    String slice,
    long events,
    long millis,
    boolean catchingUp,
    int percent,
    long deadLetters,
    long globalIndex) {}
