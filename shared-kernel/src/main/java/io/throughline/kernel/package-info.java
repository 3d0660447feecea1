/**
 * What both sides agree on: ids, money, addresses, order lines, and the shape of an event. Nothing
 * here knows a framework, a database or another system.
 */
@NullMarked
package io.throughline.kernel;

import org.jspecify.annotations.NullMarked;
