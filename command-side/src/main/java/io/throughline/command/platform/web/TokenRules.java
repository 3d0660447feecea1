package io.throughline.command.platform.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;

/**
 * What a token must be beside well signed, current and for us, which Spring Boot's own properties
 * see to.
 */
@Configuration(proxyBeanMethods = false)
class TokenRules {
  private static final String LOCAL_ISSUER = "throughline-local";

  /** A token that a local run made for itself is worth nothing elsewhere. */
  @Bean
  OAuth2TokenValidator<Jwt> localTokensStayLocal(Environment environment) {
    var isLocal = environment.acceptsProfiles(Profiles.of("local"));
    return jwt ->
        isLocal || !LOCAL_ISSUER.equals(jwt.getClaimAsString("iss"))
            ? OAuth2TokenValidatorResult.success()
            : refused("Tokens of a local run are not accepted here.");
  }

  /** Who asks is written into every event. */
  @Bean
  OAuth2TokenValidator<Jwt> tokensNameTheirBearer() {
    return jwt ->
        jwt.getSubject() != null && !jwt.getSubject().isBlank()
            ? OAuth2TokenValidatorResult.success()
            : refused("The token does not say whose it is: its sub is missing.");
  }

  private static OAuth2TokenValidatorResult refused(String why) {
    return OAuth2TokenValidatorResult.failure(
        new OAuth2Error(BearerTokenErrorCodes.INVALID_TOKEN, why, null));
  }
}
