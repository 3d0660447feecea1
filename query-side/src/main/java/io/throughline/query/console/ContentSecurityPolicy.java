package io.throughline.query.console;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;

/**
 * What the console's page may load and whom it may call (CSP level 3): scripts of ours alone, no
 * code from text, no frame around it.
 */
final class ContentSecurityPolicy {
  private final String connect;

  ContentSecurityPolicy(ConsoleProperties console) {
    var origins = new LinkedHashSet<String>();
    origins.add("'self'");
    addOrigin(origins, console.commandApi().toString());
    addOrigin(origins, console.authority());
    addOrigin(origins, console.signInOrigin());
    this.connect = origins.stream().collect(Collectors.joining(" "));
  }

  private static void addOrigin(LinkedHashSet<String> origins, String address) {
    var uri = URI.create(address);
    if (uri.getScheme() != null && uri.getRawAuthority() != null) {
      origins.add(uri.getScheme() + "://" + uri.getRawAuthority());
    }
  }

  /**
   * @param nonce lets the component engine add the components' own style sheets
   */
  String header(String nonce) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'nonce-" + nonce + "'",
        "style-src-attr 'unsafe-inline'", // widths that base components compute
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src " + connect,
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");
  }
}
