/**
 * The port to the logistics provider and its adapters: shipments are requested through {@link
 * io.throughline.command.logistics.Carrier}, milestones come back as signed webhooks.
 */
@NullMarked
package io.throughline.command.logistics;

import org.jspecify.annotations.NullMarked;
