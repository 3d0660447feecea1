package io.throughline.kernel.pack;

import io.throughline.kernel.proof.ProofRefused;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * JSON objects with known fields in a known order, without white space, in UTF-8. Whatever differs
 * from what we would have written ourselves is refused: there is one text for each meaning.
 */
final class StrictJson {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private StrictJson() {}

  /** One object, without a line's end. */
  static byte[] write(Consumer<JsonGenerator> fields) {
    var bytes = new ByteArrayOutputStream();
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      fields.accept(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * @param what it is, for the message
   * @param fields takes each field in its order
   * @param again writes what was read
   * @throws ProofRefused if it is anything but the one text of what it means
   */
  static <T> T read(
      byte[] bytes, String what, Function<Fields, T> fields, Function<T, byte[]> again) {
    try (var json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      var reader = new Fields(json, what);
      reader.begin();
      var value = fields.apply(reader);
      reader.end();
      if (!Arrays.equals(again.apply(value), bytes)) {
        throw new ProofRefused(what + " is not written in the one form that is allowed");
      }
      return value;
    } catch (JacksonException e) {
      throw new ProofRefused(what + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
