package io.throughline.bench.graphql;

import graphql.language.Document;
import io.throughline.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is sent, and what is known of it.
 *
 * @param body of the request
 * @param document parsed, if it is one
 */
record Question(Role role, String body, @Nullable Document document) {}
