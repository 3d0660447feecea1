/**
 * Keys of personal data. Every customer's personal data is sealed under a key of the customer's own
 * before it is hashed and stored.
 *
 * <p>{@code event -> EventFormat -> sealed bytes -> log, Kafka}
 */
@NullMarked
package io.throughline.command.privacy;

import org.jspecify.annotations.NullMarked;
