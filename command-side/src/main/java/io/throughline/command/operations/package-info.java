/**
 * What people do about orders that cannot go on by themselves: {@code ApplyRemedy -> RemedyApplied
 * -> StepRequested}.
 */
@NullMarked
package io.throughline.command.operations;

import org.jspecify.annotations.NullMarked;
