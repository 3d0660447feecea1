package io.throughline.query.customerprofile;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import graphql.schema.DataFetchingFieldSelectionSet;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Money;
import io.throughline.query.access.PartnersPart;
import io.throughline.query.access.Rows;
import io.throughline.query.access.Visible;
import io.throughline.query.customerprofile.CustomerProfile.Particulars;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.OrderRow;
import io.throughline.query.platform.BadInput;
import io.throughline.query.platform.Connection;
import io.throughline.query.platform.Page;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class CustomerQueries {
  private static final int LEVELS = 10;
  private static final int MOST_CHILDREN = 100;

  private final Visible<CustomerProfile> customers;

  CustomerQueries(Rows rows, CustomerProfileProjection projection) {
    this.customers = rows.of(projection, PartnersPart.none());
  }

  @QueryMapping
  Optional<CustomerProfile> customer(@Argument String id) {
    return customers.get(new CustomerId(id).value());
  }

  /** By number, so that a page begins where the last one ended, whatever is renamed meanwhile. */
  @QueryMapping
  Connection<CustomerProfile> customers(
      @Argument @Nullable String search,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      DataFetchingFieldSelectionSet asked) {
    var words =
        SearchWords.words(search == null ? "" : search).stream()
            .map(word -> Filters.eq(CustomerProfileProjection.WORDS, word))
            .toList();
    if (words.isEmpty() && search != null && !search.isBlank()) {
      throw new BadInput("search must have a letter or a digit in it, or be left out.");
    }
    return Page.of(first, after)
        .read(
            asked,
            customers,
            words.isEmpty() ? Filters.empty() : Filters.and(words),
            "_id",
            true,
            it -> it.customerId().value(),
            it -> it.customerId().value());
  }

  @SchemaMapping(typeName = "Customer")
  List<Money> exposure(CustomerProfile it) {
    return Exposure.of(it);
  }

  @BatchMapping(typeName = "Order", field = "customer")
  Map<OrderDetails, CustomerProfile> customers(List<OrderDetails> orders) {
    return customers(orders, OrderDetails::customerId);
  }

  @BatchMapping(typeName = "OrderRow", field = "customer")
  Map<OrderRow, CustomerProfile> customersOfRows(List<OrderRow> rows) {
    return customers(rows, OrderRow::customerId);
  }

  /** The customers of a whole page of orders with one look. */
  private <T> Map<T, CustomerProfile> customers(List<T> orders, Function<T, CustomerId> of) {
    var ids = orders.stream().map(order -> of.apply(order).value()).distinct().toList();
    var profiles = customers.get(ids);
    var found = new HashMap<T, CustomerProfile>();
    for (var order : orders) {
      var profile = profiles.get(of.apply(order).value());
      if (profile != null) {
        found.put(order, profile);
      }
    }
    return found;
  }

  @SchemaMapping(typeName = "Customer")
  @Nullable String name(CustomerProfile it) {
    return of(it, Particulars::name);
  }

  @SchemaMapping(typeName = "Customer")
  @Nullable String contact(CustomerProfile it) {
    return of(it, Particulars::contact);
  }

  @SchemaMapping(typeName = "Customer")
  @Nullable String email(CustomerProfile it) {
    return of(it, Particulars::email);
  }

  @SchemaMapping(typeName = "Customer")
  @Nullable String phone(CustomerProfile it) {
    return of(it, Particulars::phone);
  }

  @SchemaMapping(typeName = "Customer")
  @Nullable Address billTo(CustomerProfile it) {
    return of(it, Particulars::billTo);
  }

  private static <T> @Nullable T of(
      CustomerProfile profile, Function<Particulars, @Nullable T> field) {
    return profile.particulars() == null ? null : field.apply(profile.particulars());
  }

  @SchemaMapping(typeName = "Customer")
  int openOrderCount(CustomerProfile it) {
    return it.openOrders().size();
  }

  @SchemaMapping(typeName = "Customer")
  int completedOrderCount(CustomerProfile it) {
    return it.completedOrders();
  }

  @SchemaMapping(typeName = "Customer")
  int cancelledOrderCount(CustomerProfile it) {
    return it.cancelledOrders();
  }

  @SchemaMapping(typeName = "Customer")
  @Nullable CustomerId parentId(CustomerProfile it) {
    return it.place().parentId();
  }

  @SchemaMapping(typeName = "Customer")
  @Nullable CustomerId mergedInto(CustomerProfile it) {
    return it.place().mergedInto();
  }

  /** A parent that was never registered, or is not to be seen, ends the path, as its top. */
  @SchemaMapping(typeName = "Customer")
  List<CustomerId> path(CustomerProfile it) {
    var path = new ArrayDeque<CustomerId>();
    path.add(it.customerId());
    var parent = it.place().parentId();
    while (parent != null && path.size() < LEVELS) {
      path.addFirst(parent);
      parent = customers.get(parent.value()).map(above -> above.place().parentId()).orElse(null);
    }
    return List.copyOf(path);
  }

  @SchemaMapping(typeName = "Customer")
  List<CustomerId> children(CustomerProfile it) {
    return customers
        .find(
            Filters.eq(CustomerProfileProjection.PARENT, it.customerId().value()),
            Sorts.ascending("_id"),
            MOST_CHILDREN)
        .stream()
        .map(CustomerProfile::customerId)
        .toList();
  }
}
