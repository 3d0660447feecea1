package io.throughline.query.console;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.console}: what the console's browser has to know.
 *
 * @param commandApi where commands go; the command side has to allow the console's origin: {@code
 *     throughline.api.origins}
 * @param authority of people's sign-in: an OpenID provider, whose {@code
 *     /.well-known/openid-configuration} says the rest; may be relative to the console's address
 * @param clientId the console's, as a public client (authorization code with PKCE, RFC 7636)
 * @param scope what is asked for
 * @param signInOrigin where the provider's token endpoint is, if not at the authority's origin
 */
@ConfigurationProperties("throughline.console")
record ConsoleProperties(
    @DefaultValue("http://localhost:8080") URI commandApi,
    @DefaultValue("") String authority,
    @DefaultValue("throughline-console") String clientId,
    @DefaultValue("openid profile") String scope,
    @DefaultValue("") String signInOrigin) {}
