/**
 * Tells people that an exception has been open longer than its queue has for it. Who is told, and
 * how, is a port: a log, a webhook; each is told by a task of its own.
 *
 * <p>{@code FulfilmentParked -> WatchExceptionTask -> ExceptionOverdue -> RaiseAlertTask -> Alerts}
 */
@NullMarked
package io.throughline.command.alerts;

import org.jspecify.annotations.NullMarked;
