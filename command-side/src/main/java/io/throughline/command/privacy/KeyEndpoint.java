package io.throughline.command.privacy;

import io.swagger.v3.oas.annotations.Hidden;
import io.throughline.kernel.privacy.HeldKeys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands keys to the query side, and to nobody else: the role {@code keys} belongs to machines and
 * opens nothing but this. What is asked for and not in the answer is gone for good.
 */
@RestController
@RequestMapping("/internal/v1/keys")
@Hidden
class KeyEndpoint {
  private final CustomerKeys keys;

  KeyEndpoint(CustomerKeys keys) {
    this.keys = keys;
  }

  record Question(@NotNull @Size(max = 1000) List<@NotNull @Size(max = 40) String> keyIds) {}

  record Answer(List<Key> keys) {}

  /**
   * @param key 32 bytes in Base64
   */
  record Key(String keyId, String owner, String key) {
    @Override
    public String toString() {
      return "Key " + keyId;
    }
  }

  @PostMapping
  @PreAuthorize("hasRole('keys')")
  ResponseEntity<Answer> keys(@Valid @RequestBody Question question) {
    var found =
        keys.find(Set.copyOf(question.keyIds())).entrySet().stream()
            .flatMap(KeyEndpoint::key)
            .toList();
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Answer(found));
  }

  private static Stream<Key> key(Map.Entry<String, HeldKeys.Held> found) {
    return found.getValue().key().stream()
        .map(
            key ->
                new Key(
                    found.getKey(),
                    found.getValue().owner(),
                    Base64.getEncoder().encodeToString(key.bytes())));
  }
}
