package io.throughline.command.platform.web;

import io.throughline.command.platform.Callers;
import io.throughline.command.platform.NotAllowed;
import io.throughline.kernel.PartnerId;
import io.throughline.kernel.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Whoever acts for a partner and has no other role hands over that partner's sales only. */
public final class OwnSales {
  /** The claim that names the partner for whom somebody acts. */
  static final String PARTNER = "partner";

  private OwnSales() {}

  /**
   * @param partner through whom a sale is made, if through any
   * @throws NotAllowed if whoever asks may not hand it over
   */
  public static void require(@Nullable String partner) {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken who
        && Callers.rolesOf(who).equals(Set.of(Role.PARTNER))) {
      var own = who.getToken().getClaimAsString(PARTNER);
      if (own == null) {
        throw new OthersSale(
            "The token does not say for which partner you act: ask for one with the claim partner;"
                + " a local run makes it with ./throughline token --role partner --partner ID.");
      }
      if (partner == null || !new PartnerId(own).equals(new PartnerId(partner))) {
        throw new OthersSale(
            "As partner " + own + " you hand over your own sales: set partnerId to " + own + ".");
      }
    }
  }

  private static final class OthersSale extends NotAllowed {
    private static final long serialVersionUID = 1L;

    OthersSale(String message) {
      super(message);
    }
  }
}
