package io.throughline.command.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Why a token does not let its bearer in, in one sentence, and the challenge that RFC 6750 asks for
 * with it.
 */
final class TokenRefusal {
  private static final String WHAT_TO_DO =
      " Send Authorization: Bearer <token>; a local run makes one with ./throughline token --role"
          + " sales.";

  private TokenRefusal() {}

  static String detail(AuthenticationException refused) {
    return reason(refused) + WHAT_TO_DO;
  }

  /** Without a token there is no error to name (RFC 6750, 3.1). */
  static String challenge(AuthenticationException refused) {
    return refused instanceof OAuth2AuthenticationException wrong
        ? "Bearer error=\""
            + wrong.getError().getErrorCode()
            + "\", error_description=\""
            + reason(refused)
            + "\""
        : "Bearer";
  }

  private static String reason(AuthenticationException refused) {
    if (refused.getCause() instanceof JwtValidationException invalid) {
      return invalid.getErrors().stream()
          .map(error -> reason(error.getDescription()))
          .findFirst()
          .orElse("");
    }
    if (!(refused instanceof OAuth2AuthenticationException)) {
      return "A token is needed.";
    }
    // what is not even a token was never decoded, so nothing failed below
    return refused.getCause() == null
        ? "The Authorization header is not of the form Bearer <token>."
        : "The token is not one that this platform's issuer signed.";
  }

  /** Spring's words where they name a claim, ours where {@link TokenRules} spoke. */
  private static String reason(@Nullable String description) {
    if (description == null) {
      return "The token is not valid.";
    }
    if (description.startsWith("Jwt expired")) {
      return "The token has expired.";
    }
    if (description.startsWith("Jwt used before")) {
      return "The token is not valid yet.";
    }
    return description.contains(" aud ")
        ? "The token is for somebody else: its aud must contain throughline."
        : description;
  }
}
