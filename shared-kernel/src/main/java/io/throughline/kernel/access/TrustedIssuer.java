package io.throughline.kernel.access;

import io.throughline.kernel.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An issuer beside our own whose tokens are accepted, a Salesforce org say, and how they are read.
 *
 * @param issuer the tokens' {@code iss}
 * @param audience that they must be made for
 * @param userClaim names the user: {@code sub} unless the issuer has a better one
 * @param rolesClaim names what the user may do in the issuer's words, permission sets say
 * @param roles our role for each of those words; words that are not here bring none
 * @param everybody roles that each of the issuer's users has
 */
public record TrustedIssuer(
    String issuer,
    String audience,
    String userClaim,
    String rolesClaim,
    Map<String, String> roles,
    List<String> everybody) {

  /** Salesforce's access tokens name the user so: {@code uid:005…}. */
  private static final String USER_ID = "uid:";

  /**
   * @throws IllegalArgumentException if a role is none of ours
   */
  public TrustedIssuer {
    Stream.concat(roles.values().stream(), everybody.stream())
        .filter(role -> Arrays.stream(Role.values()).noneMatch(it -> it.wireName().equals(role)))
        .findFirst()
        .ifPresent(
            role -> {
              throw new IllegalArgumentException(
                  "The issuer " + issuer + " gives the role '" + role + "', which there is not.");
            });
  }

  /**
   * The claims as our own issuer would make them: {@code sub} is the user, {@code roles} are ours.
   *
   * @throws IllegalArgumentException if no user is named
   */
  public Map<String, Object> ours(Map<String, Object> claims) {
    var user = String.valueOf(claims.getOrDefault(userClaim, "")).strip();
    if (user.startsWith(USER_ID)) {
      user = user.substring(USER_ID.length());
    }
    if (user.isEmpty()) {
      throw new IllegalArgumentException(
          "The token does not say whose it is: its " + userClaim + " is missing.");
    }
    var granted = new TreeSet<>(everybody);
    words(claims.get(rolesClaim))
        .map(word -> roles.getOrDefault(word, ""))
        .filter(role -> !role.isEmpty())
        .forEach(granted::add);
    var ours = new LinkedHashMap<>(claims);
    ours.put("sub", user);
    ours.put("roles", List.copyOf(granted));
    return ours;
  }

  /** A list, or a text of words. */
  private static Stream<String> words(@Nullable Object claim) {
    return switch (claim) {
      case null -> Stream.empty();
      case Collection<?> several -> several.stream().map(String::valueOf);
      default -> Arrays.stream(claim.toString().split("[\\s,;]+"));
    };
  }
}
