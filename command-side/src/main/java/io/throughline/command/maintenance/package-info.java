/**
 * Operators announce when another system is not to be asked.
 *
 * <p>{@code AnnounceMaintenance -> MaintenanceAnnounced -> AnnouncedWindows -> Maintenance}, which
 * every call outside passes.
 */
@NullMarked
package io.throughline.command.maintenance;

import org.jspecify.annotations.NullMarked;
