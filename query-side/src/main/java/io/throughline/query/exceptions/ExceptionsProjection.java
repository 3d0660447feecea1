package io.throughline.query.exceptions;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.ClosesExceptions;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerExceptionsClosed;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerParked;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerRemedyApplied;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.OperatorEvent.ExceptionOverdue;
import io.throughline.kernel.event.OperatorEvent.PayloadInjected;
import io.throughline.kernel.event.OperatorEvent.StepRerouted;
import io.throughline.kernel.event.OperatorEvent.StepRetried;
import io.throughline.kernel.event.OperatorEvent.StepSkipped;
import io.throughline.kernel.event.ReturnEvent.ReturnRequested;
import io.throughline.kernel.event.ReturnEvent.ReturnWithdrawn;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.query.projection.MissingView;
import io.throughline.query.projection.Projection;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document for each exception, from parking to its end. */
@Component
public class ExceptionsProjection implements Projection<ParkedException> {
  static final String STATUS = "status";
  static final String QUEUE = "queue";
  static final String CAUSE = "cause";
  static final String ORDER = "order";
  static final String SINCE = "since";
  static final String OVERDUE = "overdue";

  @Override
  public String name() {
    return "exceptions";
  }

  @Override
  public Class<ParkedException> viewType() {
    return ParkedException.class;
  }

  @Override
  public Set<String> keysOf(Event event) {
    return switch (event) {
      case FulfilmentParked parked -> Set.of(parked.exceptionId().value());
      case RemedyApplied applied -> Set.of(applied.exceptionId().value());
      case CustomerParked parked -> Set.of(parked.exceptionId().value());
      case CustomerRemedyApplied applied -> Set.of(applied.exceptionId().value());
      case CustomerExceptionsClosed closed -> keys(closed.closed());
      case ExceptionOverdue late -> Set.of(late.exceptionId().value());
      case ClosesExceptions settled -> keys(settled.closed());
      default -> Set.of();
    };
  }

  private static Set<String> keys(Collection<ExceptionId> ids) {
    return ids.stream().map(ExceptionId::value).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public ParkedException evolve(@Nullable ParkedException view, Event event) {
    if (event instanceof FulfilmentParked parked) {
      return open(parked);
    }
    if (event instanceof CustomerParked parked) {
      return open(parked);
    }
    if (view == null) {
      throw new MissingView(event);
    }
    return switch (event) {
      case CustomerErased _ -> view.erased();
      case CustomerRemedyApplied applied ->
          view.resolved(applied.at(), applied.actor(), applied.remedy());
      case RemedyApplied applied -> view.resolved(applied.at(), applied.actor(), applied.remedy());
      case ExceptionOverdue late -> view.overdue(late.at());
      case ReturnRequested asked -> view.resolved(asked.at(), asked.actor(), null);
      case ReturnWithdrawn withdrawn -> view.resolved(withdrawn.at(), withdrawn.actor(), null);
      case StepRetried retried -> view.resolved(retried.at(), retried.actor(), null);
      case StepSkipped skipped -> view.resolved(skipped.at(), skipped.actor(), null);
      case StepRerouted rerouted -> view.resolved(rerouted.at(), rerouted.actor(), null);
      case PayloadInjected injected -> view.resolved(injected.at(), injected.actor(), null);
      default -> view.resolved(event.at(), null, null);
    };
  }

  @Override
  public boolean keepsOrdersApart() {
    return true;
  }

  @Override
  public CustomerId customerOf(ParkedException view) {
    return view.customerId();
  }

  private static ParkedException open(FulfilmentParked parked) {
    return new ParkedException(
        parked.exceptionId(),
        parked.orderId(),
        parked.customerId(),
        parked.stepId(),
        parked.cause(),
        parked.dependency(),
        parked.queue(),
        parked.findings(),
        parked.answer(),
        parked.held(),
        parked.remedies(),
        ParkedException.Status.OPEN,
        parked.at(),
        parked.at().plus(parked.cause().due()),
        null,
        null,
        null,
        null);
  }

  private static ParkedException open(CustomerParked parked) {
    return new ParkedException(
        parked.exceptionId(),
        null,
        parked.customerId(),
        null,
        parked.cause(),
        parked.dependency(),
        parked.queue(),
        parked.findings(),
        parked.answer(),
        null,
        parked.remedies(),
        ParkedException.Status.OPEN,
        parked.at(),
        parked.at().plus(parked.cause().due()),
        null,
        null,
        null,
        null);
  }

  @Override
  public List<String> indexedFields() {
    return List.of(STATUS, QUEUE, CAUSE, ORDER, SINCE, OVERDUE);
  }

  @Override
  public Map<String, Object> indexed(ParkedException view) {
    var fields = new HashMap<String, Object>();
    fields.put(STATUS, view.status().name());
    fields.put(QUEUE, view.queue().name());
    fields.put(CAUSE, view.cause().name());
    fields.put(SINCE, Date.from(view.since()));
    fields.put(OVERDUE, view.overdueAt() != null);
    if (view.orderId() != null) {
      fields.put(ORDER, view.orderId().value());
    }
    return Map.copyOf(fields);
  }
}
