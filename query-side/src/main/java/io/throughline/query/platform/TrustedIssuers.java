package io.throughline.query.platform;

import com.nimbusds.jwt.JWTParser;
import io.throughline.kernel.access.TrustedIssuer;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Issuers beside our own ({@code throughline.issuers.<name>}), each with its keys, its audience and
 * its words for our roles. Their tokens are made to look like our own issuer's, so nothing behind
 * this knows that there are several.
 */
@Configuration(proxyBeanMethods = false)
class TrustedIssuers {

  /**
   * @param issuer the tokens' {@code iss}, {@code https://<domain>.my.salesforce.com} say
   * @param jwkSetUri where its keys are; Salesforce's are at {@code <issuer>/id/keys}
   */
  record Settings(
      String issuer,
      String jwkSetUri,
      @Nullable String audience,
      @Nullable String userClaim,
      @Nullable String rolesClaim,
      @Nullable Map<String, String> roles,
      @Nullable List<String> everybody) {

    private TrustedIssuer terms() {
      return new TrustedIssuer(
          issuer,
          audience == null ? "throughline" : audience,
          userClaim == null ? "sub" : userClaim,
          rolesClaim == null ? "roles" : rolesClaim,
          roles == null ? Map.of() : roles,
          everybody == null ? List.of() : everybody);
    }
  }

  @Bean
  static BeanPostProcessor trustedIssuersBesideOurs(Environment environment) {
    var settings =
        Binder.get(environment)
            .bind("throughline.issuers", Bindable.mapOf(String.class, Settings.class))
            .orElse(Map.of());
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JwtDecoder ours && !settings.isEmpty()
            ? new ByIssuer(ours, settings.values().stream().toList())
            : bean;
      }
    };
  }

  /** Leaves a token to whoever knows its issuer's keys. */
  static final class ByIssuer implements JwtDecoder {
    private final JwtDecoder ours;
    private final Map<String, Foreign> foreign = new HashMap<>();

    private record Foreign(TrustedIssuer terms, JwtDecoder decoder) {}

    ByIssuer(JwtDecoder ours, List<Settings> settings) {
      this.ours = ours;
      settings.forEach(
          it -> foreign.put(it.issuer(), new Foreign(it.terms(), decoder(it.terms(), it))));
    }

    private static JwtDecoder decoder(TrustedIssuer terms, Settings settings) {
      var decoder =
          NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri())
              .jwsAlgorithm(SignatureAlgorithm.RS256)
              .build();
      decoder.setJwtValidator(
          new DelegatingOAuth2TokenValidator<>(
              JwtValidators.createDefaultWithIssuer(terms.issuer()),
              new JwtClaimValidator<List<String>>(
                  "aud", audience -> audience != null && audience.contains(terms.audience()))));
      return decoder;
    }

    @Override
    public Jwt decode(String token) {
      var known = foreign.get(issuer(token));
      if (known == null) {
        return ours.decode(token);
      }
      var theirs = known.decoder().decode(token);
      try {
        var claims = known.terms().ours(theirs.getClaims());
        return Jwt.withTokenValue(token)
            .headers(headers -> headers.putAll(theirs.getHeaders()))
            .claims(all -> all.putAll(claims))
            .build();
      } catch (IllegalArgumentException e) {
        throw new BadJwtException(String.valueOf(e.getMessage()), e);
      }
    }

    /** As it says itself; whether that is true its keys will tell. */
    private static String issuer(String token) {
      try {
        var issuer = JWTParser.parse(token).getJWTClaimsSet().getIssuer();
        return issuer == null ? "" : issuer;
      } catch (ParseException _) {
        return ""; // our own decoder says what is wrong with it
      }
    }
  }
}
