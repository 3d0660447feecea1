/**
 * Serves the console at {@code /}: the Lightning components of the Salesforce package, bundled by
 * {@code deploy/salesforce}. {@code / -> index.html -> /console/settings.json -> sign-in ->
 * /graphql}.
 */
@NullMarked
package io.throughline.query.console;

import org.jspecify.annotations.NullMarked;
