/**
 * Trying to get out of GraphQL what one may not, or to make it fail: random questions that know the
 * schema, over HTTP, in every role.
 */
@NullMarked
package io.throughline.bench.graphql;

import org.jspecify.annotations.NullMarked;
