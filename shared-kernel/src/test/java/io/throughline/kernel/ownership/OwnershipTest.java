package io.throughline.kernel.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.event.ApprovalEvent;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.EpochEvent;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.MaintenanceEvent;
import io.throughline.kernel.event.OrderEvent;
import io.throughline.kernel.format.WireNames;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnershipTest {
  private final OwnershipCheck check = new OwnershipCheck(OwnershipCatalogue.ours());

  @Test
  void everyFieldOfEveryEventIsInTheCatalogueAndMayBeStored() {
    var complaints =
        WireNames.current().values().stream()
            .flatMap(type -> check.complaints(entityOf(type), type).stream())
            .distinct()
            .toList();

    assertThat(complaints).isEmpty();
  }

  static String entityOf(Class<? extends Event> type) {
    if (OrderEvent.class.isAssignableFrom(type)) {
      return "Order";
    }
    if (ApprovalEvent.class.isAssignableFrom(type)) {
      return "Approval";
    }
    if (EpochEvent.class.isAssignableFrom(type)) {
      return "Epoch";
    }
    if (MaintenanceEvent.class.isAssignableFrom(type)) {
      return "Maintenance";
    }
    return CustomerEvent.class.isAssignableFrom(type) ? "Customer" : "Fulfilment";
  }

  /** Shows that the check can fail: it copies the ERP's credit limit, and invents a field. */
  record CopiesTheErp(
      String customerId, BigDecimal creditLimit, String shoeSize, List<Nested> nested) {}

  record Nested(String a, String b) {}

  @Test
  void whatBelongsToTheErpOrToNobodyDoesNotPass() {
    assertThat(check.complaints("Customer", CopiesTheErp.class))
        .hasSize(5)
        .anyMatch(it -> it.startsWith("Customer.creditLimit is Live"))
        .anyMatch(it -> it.startsWith("Customer.shoeSize is not in the ownership catalogue"))
        .anyMatch(it -> it.startsWith("Nested.a is not"));
  }

  @Test
  void aFieldThatIsThereTwiceIsRefused() {
    var facts =
        OwnershipCatalogue.parse(
            "Order\n  orderId salesforce reference One\n  orderId erp reference Other\n");

    assertThatThrownBy(() -> new OwnershipCatalogue(facts)).hasMessageContaining("Order.orderId");
  }

  @Test
  void aLineThatSaysTooLittleIsRefused() {
    assertThatThrownBy(() -> OwnershipCatalogue.parse("Order\n  orderId salesforce\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("field owner policy meaning");
    assertThatThrownBy(
            () -> OwnershipCatalogue.parse("Order\n  orderId salesforce borrowed Whatever\n"))
        .hasMessageContaining("borrowed");
  }
}
