package io.throughline.query.exceptions;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Queue;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.kernel.privacy.Erased;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person, or did.
 *
 * @param orderId null where it is the customer's own, as are {@code stepId} and {@code held}
 * @param answer what the dependency said, in its own words
 * @param held the value that waits because of it, without tax
 * @param due when it should have been mended (business time, UTC)
 * @param overdueAt when somebody was told that it was not; null: nobody had to be
 * @param remedy the one that was applied
 * @param resolvedBy who applied it, as an opaque id; empty if the order ended without
 */
public record ParkedException(
    ExceptionId exceptionId,
    @Nullable OrderId orderId,
    CustomerId customerId,
    @Nullable StepId stepId,
    Cause cause,
    Dependency dependency,
    Queue queue,
    List<Finding> findings,
    @Nullable String answer,
    @Nullable Money held,
    List<Remedy> remedies,
    Status status,
    Instant since,
    Instant due,
    @Nullable Instant overdueAt,
    @Nullable Instant resolvedAt,
    @Nullable String resolvedBy,
    @Nullable Remedy remedy) {

  public enum Status {
    OPEN,
    RESOLVED
  }

  /** Nobody can read any more what the dependency said and what was found. */
  ParkedException erased() {
    return new ParkedException(
        exceptionId,
        orderId,
        customerId,
        stepId,
        cause,
        dependency,
        queue,
        findings.stream().map(Finding::erased).toList(),
        Erased.of(answer),
        held,
        remedies,
        status,
        since,
        due,
        overdueAt,
        resolvedAt,
        resolvedBy,
        remedy);
  }

  ParkedException overdue(Instant at) {
    return new ParkedException(
        exceptionId,
        orderId,
        customerId,
        stepId,
        cause,
        dependency,
        queue,
        findings,
        answer,
        held,
        remedies,
        status,
        since,
        due,
        at,
        resolvedAt,
        resolvedBy,
        remedy);
  }

  ParkedException resolved(Instant at, @Nullable String by, @Nullable Remedy with) {
    return new ParkedException(
        exceptionId,
        orderId,
        customerId,
        stepId,
        cause,
        dependency,
        queue,
        findings,
        answer,
        held,
        remedies,
        Status.RESOLVED,
        since,
        due,
        overdueAt,
        at,
        by,
        with);
  }
}
