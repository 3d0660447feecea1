package io.throughline.query.platform;

import java.util.Arrays;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who asks. */
public final class Reader {
  private Reader() {}

  /**
   * @throws AccessDeniedException if whoever asks has none of the roles
   */
  public static void require(String... roles) {
    var granted = who().getAuthorities();
    if (Arrays.stream(roles)
        .noneMatch(
            role -> granted.stream().anyMatch(it -> ("ROLE_" + role).equals(it.getAuthority())))) {
      throw new AccessDeniedException("It takes another role.");
    }
  }

  /**
   * The token that the question came with, for asking the command side in the same name.
   *
   * @throws AccessDeniedException if it came with none
   */
  public static String token() {
    if (who() instanceof JwtAuthenticationToken jwt) {
      return jwt.getToken().getTokenValue();
    }
    throw new AccessDeniedException("A token is needed.");
  }

  private static Authentication who() {
    var who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null) {
      throw new AccessDeniedException("A token is needed.");
    }
    return who;
  }
}
