/**
 * An ERP and a logistics provider to develop against: they speak the vendors' wire protocols over
 * HTTP, keep state and books, and can be told to misbehave. What they did survives a kill -9: every
 * change stands in a journal before it is answered.
 */
@NullMarked
package io.throughline.simulators;

import org.jspecify.annotations.NullMarked;
