package io.throughline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The local issuer's sign-in over real HTTP, as a browser goes through it. */
class SignInTest {
  private static final String VERIFIER = "a-secret-of-the-page-that-nobody-else-knows-0123456789";

  private static final AnnotationConfigServletWebServerApplicationContext SERVER =
      new AnnotationConfigServletWebServerApplicationContext();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static URI origin;

  /** A web server with nothing else in it. */
  @Configuration(proxyBeanMethods = false)
  @EnableWebMvc
  static class Web {
    @Bean
    TomcatServletWebServerFactory server() {
      return new TomcatServletWebServerFactory(0);
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
      return new DispatcherServlet();
    }
  }

  @BeforeAll
  static void start(@TempDir Path data) {
    SERVER.register(Web.class);
    SignIn.of(LocalIssuer.of(data)).offer().initialize(SERVER);
    SERVER.refresh();
    origin = URI.create("http://localhost:" + SERVER.getWebServer().getPort());
  }

  @AfterAll
  static void stop() {
    HTTP.close();
    SERVER.close();
  }

  private static Map<String, String> request() throws Exception {
    var digest =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    return new HashMap<>(
        Map.of(
            "client_id",
            "throughline-console",
            "redirect_uri",
            origin.resolve("/").toString(),
            "state",
            "where & what",
            "code_challenge",
            Base64.getUrlEncoder().withoutPadding().encodeToString(digest)));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(origin.resolve(SignIn.PATH + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(origin.resolve(SignIn.PATH + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The code that the browser brings back. */
  private static String code(Map<String, String> chosen) throws Exception {
    var fields = request();
    fields.putAll(chosen);
    var answer = post("/authorize", fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    var target = answer.headers().firstValue("location").orElseThrow();
    assertThat(target).startsWith(origin + "/?code=").endsWith("&state=where%20%26%20what");
    return target.substring(target.indexOf('=') + 1, target.indexOf('&'));
  }

  private static HttpResponse<String> redeem(String code, String verifier) throws Exception {
    return post(
        "/token",
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            "throughline-console",
            "redirect_uri",
            origin.resolve("/").toString(),
            "code_verifier",
            verifier,
            "code",
            code));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void whoeverChoosesARoleGetsItsTokenOnce() throws Exception {
    var code = code(Map.of("role", "partner", "user", "mill", "partner", "MILL-1"));
    var granted = redeem(code, VERIFIER);

    assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
    var claims = SignedJWT.parse(json(granted).path("access_token").asString()).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo("mill");
    assertThat(claims.getStringListClaim("roles")).containsExactly("partner");
    assertThat(claims.getStringClaim("partner")).isEqualTo("MILL-1");
    var identity = SignedJWT.parse(json(granted).path("id_token").asString()).getJWTClaimsSet();
    assertThat(identity.getIssuer()).isEqualTo(origin + SignIn.PATH);
    assertThat(identity.getAudience()).containsExactly("throughline-console");

    assertThat(json(redeem(code, VERIFIER)).path("error").asString()).isEqualTo("invalid_grant");
  }

  @Test
  void whoeverStoleACodeLacksThePagesSecretAndSpoilsTheCode() throws Exception {
    var code = code(Map.of("role", "operations"));

    assertThat(redeem(code, "guessed").statusCode()).isEqualTo(400);
    assertThat(redeem(code, VERIFIER).statusCode()).isEqualTo(400);
  }

  @Test
  void aCodeGoesToTheConsoleAlone() throws Exception {
    var elsewhere = request();
    elsewhere.put("redirect_uri", "https://elsewhere.example.com/");

    assertThat(get("/authorize?" + form(elsewhere)).statusCode()).isEqualTo(400);
    elsewhere.put("role", "operations");
    assertThat(post("/authorize", elsewhere).statusCode()).isEqualTo(400);
  }

  @Test
  void onlyRolesThatThereAreCanBeChosen() throws Exception {
    var fields = request();
    fields.put("role", "root");

    var answer = post("/authorize", fields);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Choose one of the roles.");
  }

  @Test
  void thePageWorksWithoutScriptsAndShowsWhatItWasGivenAsText() throws Exception {
    var fields = request();
    fields.put("state", "\"><script>alert(1)</script>");
    var page = get("/authorize?" + form(fields));

    assertThat(page.body()).contains("In which role do you come?").doesNotContain("<script");
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'")
        .doesNotContain("script-src");
  }
}
