package io.throughline.command.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Everybody brings a token, but for health, metrics, the API's description, and webhooks, which are
 * signed. Which role may do what stands at each endpoint.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {
  private static final String[] OPEN = {
    "/actuator/health/**", "/actuator/prometheus", "/openapi/**", "/api/v1/webhooks/**", "/error"
  };

  /** A request has one span and one time; its dozen of filters would each have more. */
  @Bean
  SecurityObservationSettings noObservationsOfFilters() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain security(
      HttpSecurity http, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    return http.csrf(csrf -> csrf.disable())
        .cors(Customizer.withDefaults())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests -> requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> {})
                    .authenticationEntryPoint(
                        (request, response, no) -> refuse(problems, request, response, no))
                    .accessDeniedHandler(
                        (request, response, no) -> refuse(problems, request, response, no)))
        .build();
  }

  /** Pages of these origins may send commands from a browser, each with a token of its user's. */
  @Bean
  CorsConfigurationSource corsConfigurationSource(
      @Value("${throughline.api.origins:}") List<String> origins) {
    var cors = new CorsConfiguration();
    cors.setAllowedOrigins(origins);
    cors.setAllowedMethods(List.of("GET", "POST", "PATCH"));
    cors.setAllowedHeaders(
        List.of("Authorization", "Content-Type", "Idempotency-Key", "Prefer", "traceparent"));
    cors.setExposedHeaders(List.of("Location", "Retry-After", "Idempotency-Replayed"));
    var source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/api/v1/**", cors);
    source.registerCorsConfiguration("/actuator/health/**", cors);
    return source;
  }

  private static void refuse(
      HandlerExceptionResolver problems,
      HttpServletRequest request,
      HttpServletResponse response,
      Exception refused) {
    problems.resolveException(request, response, null, refused);
  }
}
