package io.throughline.query.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.query.RunningQuerySide;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The console's page and settings, before anybody has signed in; the page itself is a test's. */
class ConsoleTest {
  private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9_-]{24})'");

  private static RunningQuerySide running;
  private static HttpClient http;

  @BeforeAll
  static void start() throws IOException {
    running = RunningQuerySide.shared();
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    http.close();
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(running.address("http").resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String policy(HttpResponse<String> page) {
    return page.headers().firstValue("content-security-policy").orElseThrow();
  }

  private static String nonce(HttpResponse<String> page) {
    var matcher = NONCE.matcher(policy(page));
    assertThat(matcher.find()).as(policy(page)).isTrue();
    return matcher.group(1);
  }

  @Test
  void whoeverComesGetsThePageWithANonceOfItsOwn() throws Exception {
    var first = get("/");
    var second = get("/");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).contains("nonce=\"" + nonce(first) + "\"").doesNotContain("%NONCE%");
    assertThat(nonce(first)).isNotEqualTo(nonce(second));
    assertThat(first.headers().firstValue("cache-control")).contains("no-store");
    assertThat(first.headers().firstValue("referrer-policy")).contains("no-referrer");
  }

  @Test
  void whatIsNamedByWhatItHoldsIsKeptForGoodAndNothingElseIs() throws Exception {
    assertThat(cacheControl("/console/assets/main-1a2b3c4d.js"))
        .contains("max-age=31536000, public, immutable");
    assertThat(cacheControl("/console/named.css")).contains("no-cache");
    assertThat(cacheControl("/console/settings.json")).contains("no-store");
    assertThat(cacheControl("/console/assets/main-gone.js"))
        .as("what is not there may come")
        .satisfies(it -> assertThat(it.orElse("")).doesNotContain("immutable"));
  }

  private static Optional<String> cacheControl(String path) throws Exception {
    return get(path).headers().firstValue("cache-control");
  }

  @Test
  void theBrowserLearnsWhomToAskAndNothingSecret() throws Exception {
    var settings = JsonMapper.shared().readTree(get("/console/settings.json").body());

    assertThat(settings.propertyNames())
        .containsExactlyInAnyOrder("commandApi", "authority", "clientId", "scope");
    assertThat(settings.path("clientId").asString()).isEqualTo("throughline-console");
  }

  @Test
  void thePageMayCallTheCommandApiAndTheProviderAndNobodyElse() {
    var policy =
        new ContentSecurityPolicy(
                new ConsoleProperties(
                    URI.create("https://commands.example.com/base?x=1"),
                    "https://login.example.com/realms/sales",
                    "console",
                    "openid",
                    "https://tokens.example.com/oauth"))
            .header("n");

    assertThat(policy)
        .contains(
            "connect-src 'self' https://commands.example.com https://login.example.com"
                + " https://tokens.example.com;")
        .contains("default-src 'none'")
        .contains("script-src 'self';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe-eval");
  }

  @Test
  void aProviderThatIsTheConsolesOwnNeedsNoFurtherOrigin() {
    var policy =
        new ContentSecurityPolicy(
                new ConsoleProperties(
                    URI.create("http://localhost:8080"), "/local-issuer", "console", "openid", ""))
            .header("n");

    assertThat(policy).contains("connect-src 'self' http://localhost:8080;");
  }
}
