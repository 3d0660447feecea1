package io.throughline.command.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** Everybody brings a token, but for health, metrics, the API's description, and webhooks, which are signed. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {
  private static final String LOCAL_ISSUER = "throughline-local";

  private final JsonMapper json;

  SecurityConfiguration(JsonMapper json) {
    this.json = json;
  }

  @Bean
  SecurityFilterChain security(HttpSecurity http) {
    return http.csrf(csrf -> csrf.disable())
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health/**", "/actuator/prometheus", "/openapi/**", "/error")
                    .permitAll()
                    .requestMatchers("/api/v1/webhooks/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> {})
                    .authenticationEntryPoint((_, response, refused) -> unauthorized(response, refused))
                    .accessDeniedHandler((_, response, _) -> forbidden(response)))
        .build();
  }

  /** A token that a local run made for itself is worth nothing elsewhere. */
  @Bean
  OAuth2TokenValidator<Jwt> localTokensStayLocal(Environment environment) {
    var isLocal = environment.acceptsProfiles(Profiles.of("local"));
    return jwt ->
        isLocal || !LOCAL_ISSUER.equals(jwt.getClaimAsString("iss"))
            ? OAuth2TokenValidatorResult.success()
            : OAuth2TokenValidatorResult.failure(
                new OAuth2Error(
                    BearerTokenErrorCodes.INVALID_TOKEN, "Tokens of a local run are not accepted here.", null));
  }

  private void unauthorized(HttpServletResponse response, AuthenticationException refused) throws IOException {
    var why = refused instanceof OAuth2AuthenticationException wrong ? wrong.getError().getDescription() : null;
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, why == null ? "Bearer" : "Bearer error=\"invalid_token\"");
    write(
        response,
        Problem.of(
            HttpStatus.UNAUTHORIZED,
            "unauthenticated",
            "Who are you?",
            (why == null ? "A token is needed. " : why + " ")
                + "Send Authorization: Bearer <token>; a local run makes one with ./throughline token --role sales."));
  }

  private void forbidden(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
    write(
        response,
        Problem.of(
            HttpStatus.FORBIDDEN,
            "forbidden",
            "Not for your role",
            "Your roles do not allow this. Ask for a token with another role."));
  }

  private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
