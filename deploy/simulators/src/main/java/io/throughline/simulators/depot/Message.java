package io.throughline.simulators.depot;

/**
 * A webhook that is to be sent.
 *
 * @param id the same each time it is sent
 * @param topic what it is about, in the vendor's words
 * @param body JSON
 */
public record Message(String id, String topic, String body) {}
