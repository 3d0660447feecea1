/**
 * What the conformance suites of all ports have in common. A suite is abstract: a test that names
 * an adapter and the simulated system that it speaks to is the adapter's pass.
 */
@NullMarked
package io.throughline.command.conformance;

import org.jspecify.annotations.NullMarked;
