package io.throughline.query.keys;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.throughline.kernel.privacy.DataKey;
import io.throughline.kernel.privacy.HeldKeys;
import io.throughline.kernel.privacy.HeldKeys.Held;
import io.throughline.kernel.privacy.PersonalDataKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the command side for keys, many at a time, and holds them for a while in memory. */
final class KeyService implements PersonalDataKeys {
  private static final String PATH = "/internal/v1/keys";
  private static final int AT_ONCE = 500;

  private record Question(List<String> keyIds) {}

  /** A key that is not among them is gone for good. */
  record Answer(List<Key> keys) {
    record Key(String keyId, String owner, String key) {}
  }

  private final KeyServiceProperties properties;
  private final URI uri;
  private final HttpClient http;
  private final JsonMapper json = JsonMapper.builder().build();
  private final HeldKeys held;

  KeyService(KeyServiceProperties properties) {
    this.properties = properties;
    this.uri = properties.url().resolve(PATH);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(properties.timeout())
            .build();
    this.held =
        new HeldKeys(
            Caffeine.newBuilder()
                .maximumSize(properties.capacity())
                .expireAfterWrite(properties.kept())
                .<String, Held>build()
                .asMap(),
            this::fetch);
  }

  /** Views are read here, never sealed. */
  @Override
  public Optional<DataKey> toSeal(String owner, String wireName) {
    throw new UnsupportedOperationException("The query side writes no events.");
  }

  @Override
  public Optional<DataKey> toOpen(String keyId) {
    return held.find(keyId);
  }

  @Override
  public void prepare(Set<String> keyIds) {
    held.find(keyIds);
  }

  @Override
  public void forget(String owner) {
    held.forget(owner);
  }

  private Map<String, Held> fetch(Set<String> keyIds) {
    var ids = List.copyOf(keyIds);
    var found = new HashMap<String, Held>();
    for (var from = 0; from < ids.size(); from += AT_ONCE) {
      for (var key : ask(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))).keys()) {
        var bytes = Base64.getDecoder().decode(key.key());
        found.put(key.keyId(), new Held(key.owner(), Optional.of(new DataKey(key.keyId(), bytes))));
      }
    }
    return found;
  }

  private Answer ask(List<String> keyIds) {
    try {
      var request =
          HttpRequest.newBuilder(uri)
              .timeout(properties.timeout())
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      json.writeValueAsString(new Question(keyIds))));
      var token = token();
      if (token != null) {
        request.header("Authorization", "Bearer " + token);
      }
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new KeysUnavailable(uri + " answers " + response.statusCode() + ".");
      }
      return json.readValue(response.body(), Answer.class);
    } catch (IOException e) {
      throw new KeysUnavailable(uri + " does not answer, or its token cannot be read: " + e);
    } catch (JacksonException _) {
      throw new KeysUnavailable(uri + " answers something else.");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new KeysUnavailable("interrupted.");
    }
  }

  private @Nullable String token() throws IOException {
    var file = properties.tokenFile();
    return file == null ? null : Files.readString(file).strip();
  }
}
