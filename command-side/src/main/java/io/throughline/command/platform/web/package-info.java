/**
 * The command API's edge: who may come in, how a "no" is worded (RFC 9457), and how a repeated
 * request is answered as the first one was. {@code ProblemFilter -> security -> LimitedBodyFilter
 * -> IdempotencyFilter -> endpoint}; whatever one of them refuses, {@code Problems} words.
 */
@NullMarked
package io.throughline.command.platform.web;

import org.jspecify.annotations.NullMarked;
