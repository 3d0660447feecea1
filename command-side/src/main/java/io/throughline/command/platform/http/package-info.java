/**
 * How adapters speak HTTP: bounded in time and in number, within the trace, and never throwing for
 * what the network does.
 */
@NullMarked
package io.throughline.command.platform.http;

import org.jspecify.annotations.NullMarked;
