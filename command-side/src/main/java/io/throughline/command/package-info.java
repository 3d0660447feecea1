/**
 * The side that decides: commands change aggregates, a process drives each order, adapters speak to
 * other systems.
 */
@NullMarked
package io.throughline.command;

import org.jspecify.annotations.NullMarked;
