package io.throughline.query.customerprofile;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.throughline.query.access.Accounts;
import io.throughline.query.projection.Slices;
import io.throughline.query.projection.ViewStore;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Read from the customers, and held for a moment: several questions come at once. */
@Component
class OwnAccounts implements Accounts {
  private static final int MOST = 10_000;
  private static final int USERS = 10_000;
  private static final Duration HELD = Duration.ofSeconds(5);

  private final ViewStore<CustomerProfile> customers;
  private final LoadingCache<String, Set<String>> held =
      Caffeine.newBuilder().maximumSize(USERS).expireAfterWrite(HELD).build(this::read);

  OwnAccounts(Slices slices, CustomerProfileProjection projection) {
    this.customers = slices.of(projection);
  }

  @Override
  public Set<String> of(String user) {
    return held.get(user);
  }

  private Set<String> read(String user) {
    return customers
        .find(Filters.eq(CustomerProfileProjection.OWNER, user), Sorts.ascending("_id"), MOST)
        .stream()
        .map(customer -> customer.customerId().value())
        .collect(Collectors.toUnmodifiableSet());
  }
}
