/**
 * A warehouse that ships for others, whatever words its owner has for it: what it took on, how far
 * that has come on the business clock, and whom it tells. The vendors' wire formats stand in
 * packages of their own.
 */
@NullMarked
package io.throughline.simulators.depot;

import org.jspecify.annotations.NullMarked;
