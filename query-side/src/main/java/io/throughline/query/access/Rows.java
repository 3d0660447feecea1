package io.throughline.query.access;

import io.throughline.kernel.PartnerId;
import io.throughline.kernel.Role;
import io.throughline.query.platform.Reader;
import io.throughline.query.projection.Projection;
import io.throughline.query.projection.Slices;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which rows whoever asks may see: operations, finance, analysts and integration all; a sales
 * person those of the own accounts, unless the token says {@code "accounts": "all"}; a partner
 * those of orders sold through that partner. Of several roles the one that sees most decides.
 */
@Component
public class Rows {
  private final Slices slices;
  private final Accounts accounts;

  Rows(Slices slices, Accounts accounts) {
    this.slices = slices;
    this.accounts = accounts;
  }

  sealed interface Part {}

  record Everything() implements Part {}

  /**
   * @param customers the accounts' ids
   */
  record OfAccounts(Set<String> customers) implements Part {}

  record OfPartner(PartnerId partner) implements Part {}

  record Nothing() implements Part {}

  /** A slice as whoever asks may see it: the only way to read one for an answer. */
  public <V> Visible<V> of(Projection<V> projection, PartnersPart<V> partners) {
    return new Visible<>(slices.of(projection), projection, partners, this);
  }

  Part of(Reader reader) {
    if (reader.has(Role.OPERATIONS, Role.FINANCE, Role.ANALYST, Role.INTEGRATION)) {
      return new Everything();
    }
    if (reader.has(Role.SALES)) {
      return reader.seesAllAccounts()
          ? new Everything()
          : new OfAccounts(accounts.of(reader.user()));
    }
    return reader.has(Role.PARTNER)
        ? reader.partner().<Part>map(OfPartner::new).orElseGet(Nothing::new)
        : new Nothing();
  }
}
