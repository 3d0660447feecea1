/**
 * The side that answers: each question a slice, each slice a pure fold of the published events into
 * one collection.
 */
@NullMarked
package io.throughline.query;

import org.jspecify.annotations.NullMarked;
