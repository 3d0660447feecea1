package io.throughline.query.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The console's page, and what its browser has to know before anybody has signed in. */
@RestController
class ConsoleEndpoint {
  private static final ClassPathResource PAGE = new ClassPathResource("console/index.html");
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final int NONCE_BYTES = 18;

  private final ConsoleProperties console;
  private final ContentSecurityPolicy policy;
  private final SecureRandom random = new SecureRandom();

  ConsoleEndpoint(ConsoleProperties console) {
    this.console = console;
    this.policy = new ContentSecurityPolicy(console);
  }

  @GetMapping("/")
  ResponseEntity<String> page() throws IOException {
    if (!PAGE.exists()) {
      return ResponseEntity.status(404)
          .contentType(MediaType.TEXT_PLAIN)
          .body(
              "This build has no console: Node.js 20 or newer was not there. Install it and build"
                  + " anew; everything else works.\n");
    }
    var nonce = nonce();
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", policy.header(nonce))
        .header("Referrer-Policy", "no-referrer")
        .body(PAGE.getContentAsString(StandardCharsets.UTF_8).replace("%NONCE%", nonce));
  }

  @GetMapping("/console/settings.json")
  ResponseEntity<Map<String, String>> settings() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            Map.of(
                "commandApi", console.commandApi().toString(),
                "authority", console.authority(),
                "clientId", console.clientId(),
                "scope", console.scope()));
  }

  private String nonce() {
    var bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
