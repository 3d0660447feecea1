package io.throughline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.local.demo.DemoReport;
import io.throughline.local.demo.OrderSummary;
import io.throughline.local.demo.ParkedException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Each invariant holds in books that are right, and is found broken where they are not. */
class InvariantsTest {
  private static final OrderId O1 = new OrderId("O1");
  private static final DemoReport.Events SEEN = new DemoReport.Events(9, 9, 9);
  private static final String BOOKS =
      """
      {"effects": {"erpSalesOrders": 1, "shipments": 1, "invoices": 1, "duplicates": 0},
       "erp": {
         "salesOrders": {"O1": {"customer": "C", "reference": "O1",
           "quantities": {"P": 3}, "billedQuantities": {"P": 3}}},
         "invoices": {"S1": {"order": "O1", "net": 30.00, "tax": 3.00, "paid": 33.00}},
         "trialBalance": {"accounts receivable": 0.00, "bank": 33.00, "revenue": -30.00,
           "sales tax payable": -3.00}},
       "carrier": {"shipments": {"S1": {"order": "O1", "status": "Delivered",
         "quantities": {"P": 3}}}}}
      """;

  @Test
  void allOfThemHoldWhereTheBooksAreRight() {
    assertThat(broken(BOOKS, completed("30.00", "30.00"))).isEmpty();
  }

  @Test
  void anOrderThatTheErpLacksIsFound() {
    assertThat(
            broken(
                BOOKS.replace("\"O1\": {\"customer", "\"O2\": {\"customer"),
                completed("30.00", "30.00")))
        .contains("one ERP order for each accepted intent");
  }

  @Test
  void anInvoiceOfWhatHasNotLeftIsFound() {
    assertThat(broken(BOOKS.replace("Delivered", "Picked"), completed("30.00", "30.00")))
        .containsExactly("invoiced <= shipped <= ordered");
  }

  @Test
  void goodsBeyondTheOrderAreFound() {
    var books =
        BOOKS.replace(
            "\"quantities\": {\"P\": 3}, \"billed", "\"quantities\": {\"P\": 2}, \"billed");
    assertThat(broken(books, completed("30.00", "30.00")))
        .containsExactly("invoiced <= shipped <= ordered");
  }

  @Test
  void anEffectThatHappenedTwiceIsFound() {
    assertThat(
            broken(
                BOOKS.replace("\"duplicates\": 0", "\"duplicates\": 1"),
                completed("30.00", "30.00")))
        .containsExactly("no order, shipment or invoice twice");
  }

  @Test
  void moneyThatIsNeitherPaidNorDueIsFound() {
    assertThat(
            broken(
                BOOKS.replace("\"accounts receivable\": 0.00", "\"accounts receivable\": 1.00"),
                completed("30.00", "30.00")))
        .contains("invoiced = paid + due + credited", "the ERP's books balance");
  }

  @Test
  void viewsThatTellOtherThanTheErpAreFound() {
    assertThat(broken(BOOKS, completed("20.00", "20.00")))
        .contains(
            "shown as invoiced is what the ERP invoiced", "shown as paid is what the ERP was paid");
  }

  @Test
  void anOrderInAStateThatNobodyOwnsIsFound() {
    assertThat(broken(BOOKS, shown("SHIPPED", false, "30.00", "30.00")))
        .containsExactly("each order is settled, or somebody's");
    assertThat(broken(BOOKS, shown("SHIPPED", true, "30.00", "30.00")))
        .containsExactly("each order is settled, or somebody's");
  }

  @Test
  void aParkedOrderWithAnExceptionIsSomebodys() {
    var parked =
        new ParkedException(new ExceptionId("O1-E1"), O1, Cause.values()[0], Optional.empty());
    var held =
        new Invariants(
            JsonMapper.builder().build().readTree(BOOKS),
            Set.of(O1),
            Set.of(O1),
            Map.of(O1, shown("SHIPPED", true, "30.00", "30.00")),
            List.of(parked));
    assertThat(held.inTheEnd(SEEN)).allSatisfy(it -> assertThat(it.broken()).isEmpty());
  }

  @Test
  void anAcknowledgedOrderThatIsNotThereAndAnEventThatIsNotInTheViewsAreFound() {
    var held =
        new Invariants(
            JsonMapper.builder().build().readTree(BOOKS),
            Set.of(O1),
            Set.of(O1),
            Map.of(),
            List.of());
    assertThat(names(held.inTheEnd(new DemoReport.Events(9, 9, 8))))
        .containsExactly(
            "every acknowledged order is there", "everything stored is published and in the views");
  }

  private static List<String> broken(String books, OrderSummary order) {
    var held =
        new Invariants(
            JsonMapper.builder().build().readTree(books),
            Set.of(O1),
            Set.of(O1),
            Map.of(O1, order),
            List.of());
    return names(Stream.concat(held.always().stream(), held.inTheEnd(SEEN).stream()).toList());
  }

  private static List<String> names(List<Invariant> invariants) {
    return invariants.stream().filter(it -> !it.broken().isEmpty()).map(Invariant::name).toList();
  }

  private static OrderSummary completed(String invoiced, String paid) {
    return shown("COMPLETED", false, invoiced, paid);
  }

  private static OrderSummary shown(String state, boolean parked, String invoiced, String paid) {
    return new OrderSummary(
        O1,
        state,
        parked,
        state.equals("COMPLETED"),
        new BigDecimal("30.00"),
        new BigDecimal(invoiced),
        new BigDecimal(paid),
        BigDecimal.ZERO,
        OrderSummary.Recurring.NONE);
  }
}
