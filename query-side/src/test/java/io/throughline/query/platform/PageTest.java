package io.throughline.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "{",
        "{}",
        "1",
        "{\"v\": null, \"k\": \"a\", \"o\": \"+a\"}",
        "{\"v\": {}, \"k\": \"a\", \"o\": \"+a\"}",
        "{\"v\": [1], \"k\": \"a\", \"o\": \"+a\"}",
        "{\"v\": {\"$oid\": \"x\"}, \"k\": \"a\", \"o\": \"+a\"}",
        "{\"v\": {\"$regularExpression\": {\"pattern\": \".*\", \"options\": \"\"}},"
            + " \"k\": \"a\", \"o\": \"+a\"}",
        "{\"v\": {\"$code\": \"while (true) {}\"}, \"k\": \"a\", \"o\": \"+a\"}"
      })
  void whatIsNoCursorIsRefusedInWords(String text) {
    assertThatThrownBy(() -> Page.of(null, cursor(text)))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("endCursor");
  }

  @Test
  void whatIsNoBase64IsNoneEither() {
    assertThatThrownBy(() -> Page.of(null, "}{")).isInstanceOf(BadInput.class);
  }

  @Test
  void oneOfOursIsTaken() {
    assertThat(Page.of(null, cursor("{\"v\": \"2026-03-31\", \"k\": \"SO-1\", \"o\": \"+a\"}")))
        .isNotNull();
  }

  private static String cursor(String text) {
    return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
