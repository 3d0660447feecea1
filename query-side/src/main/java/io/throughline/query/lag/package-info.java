/** How far is each view behind? {@code Slices -> lag}. */
@NullMarked
package io.throughline.query.lag;

import org.jspecify.annotations.NullMarked;
