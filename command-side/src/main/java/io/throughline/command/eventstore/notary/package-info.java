/**
 * The notary walks over what was added to the log, and signs what it found whole: a checkpoint,
 * written outside the database first. It signs nothing that does not extend what it signed before.
 *
 * <p>{@code events -> StoredLog -> LogWalk -> Notary -> CheckpointPlace, checkpoints}
 */
@NullMarked
package io.throughline.command.eventstore.notary;

import org.jspecify.annotations.NullMarked;
