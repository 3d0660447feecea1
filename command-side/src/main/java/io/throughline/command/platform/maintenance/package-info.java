/**
 * When other systems are not to be asked: as configured, as operators announced it, and as the
 * systems themselves say. Calls are held meanwhile, and whatever waited is woken afterwards.
 *
 * <p>{@code Caller -> Maintenance -> (over) -> TaskPools}
 */
@NullMarked
package io.throughline.command.platform.maintenance;

import org.jspecify.annotations.NullMarked;
