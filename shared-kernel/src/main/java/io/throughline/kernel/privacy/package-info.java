/**
 * Personal data and how it is sealed: text by text, under a key of the customer's own, so that
 * destroying the key erases the text wherever it was copied to, and no hash changes.
 *
 * <p>{@code @Personal component -> DataKey of the customer -> enc:v1:key:bytes -> text, or
 * [erased]}
 */
@NullMarked
package io.throughline.kernel.privacy;

import org.jspecify.annotations.NullMarked;
