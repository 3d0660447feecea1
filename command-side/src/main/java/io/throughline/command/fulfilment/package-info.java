/**
 * The process that takes an order through the ERP and the logistics provider. It is a pure fold and
 * a pure question: {@code FulfilmentState.evolve(event)} says where the order is, {@code
 * DueSteps.of(state)} what should be done next.
 *
 * <p>{@code OrderSubmitted -> StartFulfilment -> StepRequested -> (execution) -> RecordAnswer -> a
 * fact -> StepRequested -> … -> FulfilmentCompleted -> OrderCompleted}
 */
@NullMarked
package io.throughline.command.fulfilment;

import org.jspecify.annotations.NullMarked;
