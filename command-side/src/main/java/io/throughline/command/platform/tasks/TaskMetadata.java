package io.throughline.command.platform.tasks;

import java.util.Map;
import java.util.function.Supplier;

/** Puts a task back into the trace and correlation of whatever caused it. */
public interface TaskMetadata {

  <R> R within(Map<String, String> metadata, String name, Supplier<R> work);
}
