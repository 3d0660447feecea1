package io.throughline.query.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody brings a token, but for health, metrics, the console's own files and, in local runs,
 * the page to try queries on and the sign-in of the local issuer.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final String LOCAL_ISSUER = "throughline-local";
  private static final String[] OPEN = {
    "/", "/console/**", "/actuator/health/**", "/actuator/prometheus", "/graphiql/**", "/error"
  };

  /** A request has one span and one time; its dozen of filters would each have more. */
  @Bean
  SecurityObservationSettings noObservationsOfFilters() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain security(HttpSecurity http, JsonMapper json, Environment environment) {
    return http.csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(OPEN)
                    .permitAll()
                    .requestMatchers("/local-issuer/**")
                    .access((_, _) -> new AuthorizationDecision(isLocal(environment)))
                    .requestMatchers(SecurityConfiguration::opensSocket)
                    .permitAll()
                    .anyRequest()
                    .hasAnyRole(
                        "sales", "operations", "analyst", "finance", "integration", "partner"))
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> {})
                    .authenticationEntryPoint(
                        (_, response, refused) -> unauthorized(json, response, refused)))
        .build();
  }

  /** Browsers cannot send a token with the handshake: a socket's first message brings it. */
  private static boolean opensSocket(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && request.getRequestURI().equals("/graphql")
        && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
  }

  /** A token that a local run made for itself is worth nothing elsewhere. */
  @Bean
  OAuth2TokenValidator<Jwt> localTokensStayLocal(Environment environment) {
    var isLocal = isLocal(environment);
    return jwt ->
        isLocal || !LOCAL_ISSUER.equals(jwt.getClaimAsString("iss"))
            ? OAuth2TokenValidatorResult.success()
            : OAuth2TokenValidatorResult.failure(
                new OAuth2Error(
                    BearerTokenErrorCodes.INVALID_TOKEN,
                    "Tokens of a local run are not accepted here.",
                    null));
  }

  private static boolean isLocal(Environment environment) {
    return environment.acceptsProfiles(Profiles.of("local"));
  }

  private static void unauthorized(
      JsonMapper json, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    var why =
        refused instanceof OAuth2AuthenticationException wrong
            ? wrong.getError().getDescription()
            : null;
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNAUTHORIZED,
            (why == null ? "A token is needed. " : why + " ")
                + "Send Authorization: Bearer <token>; a local run makes one with ./throughline"
                + " token --role sales.");
    problem.setType(URI.create("urn:throughline:problem:unauthenticated"));
    problem.setTitle("Who are you?");
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE, why == null ? "Bearer" : "Bearer error=\"invalid_token\"");
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
