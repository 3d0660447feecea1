package io.throughline.command.platform;

import io.throughline.kernel.Role;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who asks, as an aggregate needs to know it. */
public final class Callers {
  private Callers() {}

  /** Roles of other kinds, like a machine's, are passed over. */
  public static Set<Role> rolesOf(Authentication who) {
    var granted =
        who.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .collect(Collectors.toSet());
    return Arrays.stream(Role.values())
        .filter(role -> granted.contains("ROLE_" + role.wireName()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
