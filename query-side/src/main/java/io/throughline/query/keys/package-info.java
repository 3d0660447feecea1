/**
 * The keys of personal data, taken from the command side's key service and held in memory only.
 * {@code slice -> EventFormat -> KeyService -> POST /internal/v1/keys}. Without an answer the slice
 * waits: silence is never taken for erasure.
 */
@NullMarked
package io.throughline.query.keys;

import org.jspecify.annotations.NullMarked;
