/**
 * When the ERP's and the logistics providers' accounts are maintained, read live from the command
 * side in the name of whoever asks. {@code GET /api/v1/operations/maintenance -> maintenance,
 * whyStuck}.
 */
@NullMarked
package io.throughline.query.maintenance;

import org.jspecify.annotations.NullMarked;
