/**
 * One remedy for many exceptions: each is mended by a task of its own, as if somebody had done it
 * one by one, and the whole tells how far it has come.
 *
 * <p>{@code POST /api/v1/operations/remedies -> BulkRemedyTask, one an exception -> ApplyRemedy}
 */
@NullMarked
package io.throughline.command.bulk;

import org.jspecify.annotations.NullMarked;
