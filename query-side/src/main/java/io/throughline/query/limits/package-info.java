/**
 * How much one request may ask. {@code text -> KnownDocuments (tokens, Shape) -> Cost -> answer ->
 * AnswerSize}; each refusal is an error with a code, found before anything is read where it can be.
 */
@NullMarked
package io.throughline.query.limits;

import org.jspecify.annotations.NullMarked;
