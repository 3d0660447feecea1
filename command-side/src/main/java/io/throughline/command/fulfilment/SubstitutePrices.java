package io.throughline.command.fulfilment;

import io.throughline.command.erp.ErpInquiries.Product;
import io.throughline.command.erp.Erps;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a substitute costs: asked of the ERP before the remedy is applied, for the remedy itself
 * decides by what it is told. A price that was agreed with the customer stands for the substitute
 * too, and one that somebody names stands always.
 */
@Component
public class SubstitutePrices {
  static final String UNIT_PRICE = "unitPrice";

  private final Fulfilments fulfilments;
  private final Erps erps;
  private final OrdersForErp orders;

  SubstitutePrices(Fulfilments fulfilments, Erps erps, OrdersForErp orders) {
    this.fulfilments = fulfilments;
    this.erps = erps;
    this.orders = orders;
  }

  /**
   * The remedy's parameters, with the list price where that decides.
   *
   * @throws RemedyNotApplicable if the ERP lists the product at no price
   * @throws PriceNotKnown if the ERP does not say
   */
  public Map<String, String> with(OrderId order, Remedy remedy, Map<String, String> parameters) {
    var product = parameters.getOrDefault("productId", "").strip();
    if (remedy != Remedy.SUBSTITUTE_PRODUCT
        || product.isEmpty()
        || parameters.containsKey(UNIT_PRICE)) {
      return parameters;
    }
    return fulfilments
        .find(order)
        .filter(state -> state.terms().sale().priceBasis() == PriceBasis.LIST)
        .map(state -> priced(state, new ProductId(product), parameters))
        .orElse(parameters);
  }

  private Map<String, String> priced(
      FulfilmentState state, ProductId product, Map<String, String> parameters) {
    return switch (erps.at(erpOf(state)).product(product)) {
      case Answer.Done<Optional<Product>>(var found) -> {
        var price =
            found
                .map(Product::listPrice)
                .orElseThrow(
                    () ->
                        new RemedyNotApplicable(
                            "The ERP lists "
                                + product
                                + " at no price: name another product, or its unitPrice."));
        var all = new HashMap<>(parameters);
        all.put(UNIT_PRICE, price.toPlainString());
        yield Map.copyOf(all);
      }
      case Answer.Refused<Optional<Product>>(_, var answer) ->
          throw new RemedyNotApplicable(
              "The ERP does not say what " + product + " costs: " + answer);
      case Answer.Busy<Optional<Product>> _, Answer.Unknown<Optional<Product>> _ ->
          throw new PriceNotKnown(product);
    };
  }

  /** The one that has the order, or would. */
  private String erpOf(FulfilmentState state) {
    var known = state.books().erp() == null ? state.interventions().erp() : state.books().erp();
    return known == null
        ? erps.routeOf(orders.of(state, state.idOf(new Step.ValidateOrder()), state.terms(), null))
        : known;
  }
}
