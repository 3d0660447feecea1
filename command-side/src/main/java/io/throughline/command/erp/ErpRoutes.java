package io.throughline.command.erp;

import io.throughline.command.erp.Erp.ErpOrder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which ERP account takes an order: the first route that fits, else the usual one. Pure.
 *
 * @param usual the account of orders that no route fits
 */
record ErpRoutes(List<Route> routes, String usual) {

  /**
   * What is left empty fits every order.
   *
   * @param erp the account's name
   * @param companies whose sales go there, by the codes that sales name; one that names none goes
   *     nowhere by this
   * @param taxRegions of orders that go there
   * @param productLines how the product numbers of those orders begin, all of an order's
   * @param customers whose orders go there
   */
  record Route(
      String erp,
      @DefaultValue Set<String> companies,
      @DefaultValue Set<String> taxRegions,
      @DefaultValue Set<String> productLines,
      @DefaultValue Set<String> customers) {

    boolean fits(ErpOrder order) {
      var company = order.sale().company();
      return (companies.isEmpty() || (company != null && companies.contains(company)))
          && (taxRegions.isEmpty() || taxRegions.contains(order.sale().taxRegion()))
          && (customers.isEmpty() || customers.contains(order.customerId().value()))
          && (productLines.isEmpty()
              || order.sale().lines().stream()
                  .allMatch(line -> isOfLine(line.productId().value())));
    }

    private boolean isOfLine(String product) {
      return productLines.stream().anyMatch(product::startsWith);
    }
  }

  String of(ErpOrder order) {
    return routes.stream()
        .filter(route -> route.fits(order))
        .map(Route::erp)
        .findFirst()
        .orElse(usual);
  }

  Set<String> destinations() {
    return Stream.concat(Stream.of(usual), routes.stream().map(Route::erp))
        .collect(Collectors.toUnmodifiableSet());
  }
}
