package io.throughline.command.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.ExpressionAuthorizationDecision;

/**
 * Which roles would have been let in, in one sentence, and the challenge that RFC 6750 asks for
 * with it.
 */
final class RoleRefusal {
  static final String CHALLENGE = "Bearer error=\"insufficient_scope\"";

  private static final Pattern ROLE = Pattern.compile("'([a-z]+)'");

  private RoleRefusal() {}

  static String detail(AccessDeniedException denied) {
    var roles = roles(denied);
    return roles.isEmpty()
        ? "Your roles do not allow this: ask for a token with another role."
        : "This needs one of the roles "
            + String.join(", ", roles)
            + ": ask for a token with one; a local run makes it with"
            + " ./throughline token --role "
            + roles.getFirst()
            + ".";
  }

  /** Those named in the endpoint's own {@code @PreAuthorize}. */
  private static List<String> roles(AccessDeniedException denied) {
    var roles = new ArrayList<String>();
    if (denied instanceof AuthorizationDeniedException refused
        && refused.getAuthorizationResult() instanceof ExpressionAuthorizationDecision decision) {
      ROLE.matcher(decision.getExpression().getExpressionString())
          .results()
          .forEach(it -> roles.add(it.group(1)));
    }
    return roles;
  }
}
