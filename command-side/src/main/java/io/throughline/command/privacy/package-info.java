/**
 * Keys of personal data. Every customer's personal data is sealed under a key of the customer's own
 * before it is hashed and stored; that key is stored wrapped under the epoch's, which is in a vault
 * outside the database. Epochs change by and by: what an old epoch wrapped is lost with its key.
 *
 * <p>{@code event -> EventFormat -> CustomerKeys -> customer_keys, KeyVault}; {@code RotationTask
 * -> EpochBegan, EpochKeyDestroyed}
 */
@NullMarked
package io.throughline.command.privacy;

import org.jspecify.annotations.NullMarked;
