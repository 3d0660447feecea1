/**
 * The port to the logistics providers and its adapters: shipments are requested through the {@link
 * io.throughline.command.logistics.Carriers} of their warehouses, milestones come back as signed
 * webhooks, or are asked for where none comes.
 */
@NullMarked
package io.throughline.command.logistics;

import org.jspecify.annotations.NullMarked;
