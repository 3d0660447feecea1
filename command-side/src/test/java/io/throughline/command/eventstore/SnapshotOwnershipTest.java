package io.throughline.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.customer.Particulars;
import io.throughline.kernel.event.ApprovalEvent;
import io.throughline.kernel.event.ApprovalEvent.ApprovalRequested;
import io.throughline.kernel.event.MaintenanceEvent.MaintenanceAnnounced;
import io.throughline.kernel.event.MaintenanceEvent.MaintenanceCalledOff;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.ownership.OwnershipCatalogue;
import io.throughline.kernel.ownership.OwnershipCheck;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** No snapshot keeps what belongs to another system, unless its owner stated it in an event. */
class SnapshotOwnershipTest {
  /** Under which name a record stands in the catalogue, where that is not its own. */
  private static final Map<Class<?>, String> ENTITIES =
      Map.of(
          OrderSubmitted.class, "Order",
          ApprovalEvent.class, "Approval",
          ApprovalRequested.class, "Approval",
          MaintenanceAnnounced.class, "Maintenance",
          MaintenanceCalledOff.class, "Maintenance",
          Particulars.class, "Customer");

  private final OwnershipCheck check = new OwnershipCheck(OwnershipCatalogue.ours(), ENTITIES);

  @ParameterizedTest
  @MethodSource("aggregates")
  void everyFieldOfEverySnapshotIsInTheCatalogueAndMayBeStored(Class<?> aggregate) {
    assertThat(check.complaints(aggregate.getSimpleName() + "Snapshot", aggregate)).isEmpty();
  }

  /** All there are: which of them is snapshotted is a matter of their annotation. */
  static Stream<Class<?>> aggregates() throws ClassNotFoundException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
    var found = Stream.<Class<?>>builder();
    for (var aggregate : scanner.findCandidateComponents("io.throughline.command")) {
      found.add(Class.forName(aggregate.getBeanClassName()));
    }
    return found.build();
  }

  /** Shows that the check can fail: it copies the ERP's credit limit, two records down. */
  @SuppressWarnings("UnusedVariable")
  static final class CopiesTheErp {
    static final String NO_PART_OF_IT = "";
    private @Nullable String id;
    private @Nullable Kept state;

    record Kept(Map<String, Customer> byId) {}

    record Customer(String customerId, BigDecimal creditLimit) {}
  }

  @Test
  void aSnapshotThatCopiesTheErpDoesNotPass() {
    assertThat(check.complaints("OrderSnapshot", CopiesTheErp.class))
        .hasSize(3)
        .anyMatch(it -> it.startsWith("OrderSnapshot.state is not in the ownership catalogue"))
        .anyMatch(it -> it.startsWith("Kept.byId is not in the ownership catalogue"))
        .anyMatch(it -> it.startsWith("Customer.creditLimit is Live"));
  }
}
