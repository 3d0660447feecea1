/**
 * Orders out of anybody's CSV files: a YAML mapping says which file and column gives which field,
 * and rows that do not fit are told of, not dropped in silence ({@code Mapping + CSV files ->
 * InputReader -> Input}). Knows nothing of the run it feeds.
 */
@NullMarked
package io.throughline.local.input;

import org.jspecify.annotations.NullMarked;
