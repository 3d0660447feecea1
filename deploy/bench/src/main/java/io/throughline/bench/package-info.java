/**
 * What is measured beside peers ({@code ./throughline bench}), and what is tried to break ({@code
 * ./throughline trial}).
 */
@NullMarked
package io.throughline.bench;

import org.jspecify.annotations.NullMarked;
