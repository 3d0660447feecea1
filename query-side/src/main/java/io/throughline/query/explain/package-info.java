/**
 * Whose is a field, and where does its value come from? {@code ownership catalogue ->
 * explainField}.
 */
@NullMarked
package io.throughline.query.explain;

import org.jspecify.annotations.NullMarked;
