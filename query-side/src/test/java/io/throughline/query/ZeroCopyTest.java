package io.throughline.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.ownership.OwnershipCatalogue;
import io.throughline.kernel.ownership.OwnershipCheck;
import io.throughline.query.customerprofile.CustomerProfile;
import io.throughline.query.exceptions.ParkedException;
import io.throughline.query.orderdetails.Amounts;
import io.throughline.query.orderdetails.Line;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.projection.Projection;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** No view keeps what belongs to another system, unless its owner stated it in an event. */
class ZeroCopyTest {
  /** Under which name a view stands in the catalogue: its name in GraphQL. */
  private static final Map<Class<?>, String> ENTITIES =
      Map.of(
          OrderDetails.class, "Order",
          Amounts.class, "OrderMoney",
          Line.class, "OrderLine",
          CustomerProfile.class, "Customer",
          CustomerProfile.Particulars.class, "Customer",
          ParkedException.class, "ParkedException");

  private final OwnershipCheck check = new OwnershipCheck(OwnershipCatalogue.ours(), ENTITIES);

  @ParameterizedTest
  @MethodSource("views")
  void everyFieldOfEveryViewIsInTheCatalogueAndMayBeStored(Class<?> view) {
    assertThat(check.complaints(ENTITIES.getOrDefault(view, view.getSimpleName()), view)).isEmpty();
  }

  /** Of all the slices there are, so that none can be forgotten here. */
  static Stream<Class<?>> views() throws ReflectiveOperationException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(Projection.class));
    var views = Stream.<Class<?>>builder();
    for (var slice : scanner.findCandidateComponents("io.throughline.query")) {
      var projection = Class.forName(slice.getBeanClassName()).getDeclaredConstructor();
      projection.setAccessible(true);
      views.add(((Projection<?>) projection.newInstance()).viewType());
    }
    return views.build().distinct();
  }

  /** Shows that the check can fail. */
  record CustomerWithCredit(String customerId, BigDecimal creditLimit, String mood) {}

  @Test
  void aViewThatCopiesTheErpDoesNotPass() {
    assertThat(check.complaints("Customer", CustomerWithCredit.class))
        .hasSize(2)
        .anyMatch(it -> it.startsWith("Customer.creditLimit is Live"))
        .anyMatch(it -> it.startsWith("Customer.mood is not in the ownership catalogue"));
  }
}
