/**
 * Trusted documents: queries that we know beforehand, asked for by their hash. {@code documentId ->
 * RequestReader -> DocumentRule -> TrustedDocuments -> its text}. Clients such as Salesforce's may
 * send nothing else.
 */
@NullMarked
package io.throughline.query.documents;

import org.jspecify.annotations.NullMarked;
