package io.throughline.command.fulfilment;

import io.throughline.kernel.event.OperatorEvent;
import io.throughline.kernel.event.OperatorEvent.ExceptionOverdue;
import io.throughline.kernel.event.OperatorEvent.OrderPaused;
import io.throughline.kernel.event.OperatorEvent.OrderResumed;
import io.throughline.kernel.event.OperatorEvent.PayloadInjected;
import io.throughline.kernel.event.OperatorEvent.StepRerouted;
import io.throughline.kernel.event.OperatorEvent.StepRetried;
import io.throughline.kernel.event.OperatorEvent.StepSkipped;
import io.throughline.kernel.fulfilment.Detour;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.StepId;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What operators want of an order that is not its usual way.
 *
 * @param isPaused whether nothing more is begun
 * @param providers who carries a step out instead of whom the warehouse belongs to
 * @param erp the account that takes the order, whatever the routes say; null: the routes decide
 * @param overdue exceptions that were alerted
 */
record Interventions(
    boolean isPaused,
    Map<StepId, String> providers,
    @Nullable String erp,
    Set<ExceptionId> overdue) {

  static final Interventions NONE = new Interventions(false, Map.of(), null, Set.of());

  Optional<String> providerOf(StepId step) {
    @Nullable String provider = providers.get(step);
    return Optional.ofNullable(provider);
  }

  Interventions evolve(OperatorEvent event) {
    return switch (event) {
      case OrderPaused _ -> new Interventions(true, providers, erp, overdue);
      case OrderResumed _ -> new Interventions(false, providers, erp, overdue);
      case StepRerouted rerouted -> rerouted(rerouted);
      case ExceptionOverdue late -> with(late.exceptionId());
      case StepRetried _, StepSkipped _, PayloadInjected _ -> this;
    };
  }

  private Interventions rerouted(StepRerouted event) {
    return switch (event.detour()) {
      case Detour.ToProvider(var provider) -> {
        var all = new LinkedHashMap<>(providers);
        all.put(event.stepId(), provider);
        yield new Interventions(isPaused, Collections.unmodifiableMap(all), erp, overdue);
      }
      case Detour.ToErp(var account) -> new Interventions(isPaused, providers, account, overdue);
      case Detour.AwayFromWarehouse _ -> this;
    };
  }

  private Interventions with(ExceptionId id) {
    var all = new HashSet<>(overdue);
    all.add(id);
    return new Interventions(isPaused, providers, erp, Set.copyOf(all));
  }
}
