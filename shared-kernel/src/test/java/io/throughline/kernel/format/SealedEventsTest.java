package io.throughline.kernel.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.OrderEvent.OrderCancelled;
import io.throughline.kernel.event.Samples;
import io.throughline.kernel.privacy.DataKey;
import io.throughline.kernel.privacy.Erased;
import io.throughline.kernel.privacy.PersonalDataKeys;
import io.throughline.kernel.privacy.Seal;
import io.throughline.kernel.privacy.SealBroken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

class SealedEventsTest {
  private static final CustomerId CUSTOMER = new CustomerId("ACME");
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private final Keys keys = new Keys();
  private final EventFormat plain = new EventFormat();
  private final EventFormat format = new EventFormat(keys);

  /** Keys in memory, one for each owner, that can be thrown away. */
  private static final class Keys implements PersonalDataKeys {
    private final Map<String, DataKey> byOwner = new HashMap<>();
    private final Set<String> erased = new HashSet<>();

    @Override
    public Optional<DataKey> toSeal(String owner, String wireName) {
      return erased.contains(owner)
          ? Optional.empty()
          : Optional.of(byOwner.computeIfAbsent(owner, it -> keyOf(it)));
    }

    private static DataKey keyOf(String owner) {
      var bytes = new byte[DataKey.LENGTH];
      System.arraycopy(owner.getBytes(StandardCharsets.UTF_8), 0, bytes, 0, owner.length());
      return new DataKey("key-" + owner, bytes);
    }

    @Override
    public Optional<DataKey> toOpen(String keyId) {
      return byOwner.values().stream().filter(key -> key.id().equals(keyId)).findAny();
    }

    void erase(String owner) {
      byOwner.remove(owner);
      erased.add(owner);
    }
  }

  @TestFactory
  Stream<DynamicTest> noPersonalTextIsLeftAndEverythingIsReadAsItWas() {
    return Samples.all().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    plain.wireName(event),
                    () -> {
                      var sealed = format.write(event);

                      assertThat(personalTexts(event))
                          .noneMatch(new String(sealed, StandardCharsets.UTF_8)::contains);
                      assertThat(format.read(format.wireName(event), sealed)).isEqualTo(event);
                      assertThat(format.belongsTo(sealed)).isEqualTo(event.belongsTo());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> whatIsReadSealedOpensWhereverItWasPut() {
    return Samples.all().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    plain.wireName(event),
                    () -> {
                      var carried = format.readSealed(format.wireName(event), format.write(event));
                      var folded = JsonMapper.shared().createObjectNode();
                      folded
                          .putArray("elsewhere")
                          .add(JsonMapper.shared().readTree(plain.write(carried)));
                      assertThat(personalTexts(event)).noneMatch(folded.toString()::contains);

                      assertThat(format.open(folded).path("elsewhere").get(0))
                          .isEqualTo(JsonMapper.shared().readTree(plain.write(event)));
                    }));
  }

  @Test
  void whatIsReadSealedReadsAsErasedOnceItsKeyIsGone() {
    var sealed = format.write(new OrderCancelled(new OrderId("SO-1"), CUSTOMER, "A name", AT));
    var carried = format.readSealed("order.cancelled.v1", sealed);
    keys.erase(CUSTOMER.value());

    var opened = format.open(JsonMapper.shared().readTree(plain.write(carried)));

    assertThat(opened.path("reason").asString()).isEqualTo(Erased.TEXT);
  }

  private List<String> personalTexts(Event event) {
    var texts = new ArrayList<String>();
    PersonalFields.of(event.getClass())
        .ifPresent(
            fields ->
                fields.map(
                    JsonMapper.shared().readTree(plain.write(event)),
                    "",
                    (_, text) -> {
                      texts.add("\"" + text + "\"");
                      return text;
                    }));
    return texts;
  }

  @TestFactory
  Stream<DynamicTest> onceTheKeyIsGoneTheSameTextsReadAsErasedAndNothingElseChanges() {
    return Samples.all().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    plain.wireName(event),
                    () -> {
                      var sealed = format.write(event);
                      keys.erase(event.belongsTo());
                      var read = format.read(format.wireName(event), sealed);

                      var expected = JsonMapper.shared().readTree(plain.write(event));
                      PersonalFields.of(event.getClass())
                          .ifPresent(it -> it.map(expected, "", (_, _) -> Erased.TEXT));
                      assertThat(JsonMapper.shared().readTree(plain.write(read)))
                          .isEqualTo(expected);
                    }));
  }

  @Test
  void afterTheErasureNothingPersonalIsWrittenAnyMore() {
    keys.erase("ACME");

    var written = new String(format.write(cancelled("Mrs Marker says so")), StandardCharsets.UTF_8);

    assertThat(written).doesNotContain("Marker", "enc:v1").contains(Erased.TEXT);
  }

  @Test
  void aTextThatIsMovedElsewhereOrAlteredIsUnreadable() {
    var sealed = new String(format.write(cancelled("Ordered twice")), StandardCharsets.UTF_8);
    var elsewhere = "order.cancellation-requested.v1";

    assertThatThrownBy(() -> format.read(elsewhere, bytes(sealed)))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("altered, or moved");
    assertThatThrownBy(
            () -> format.read("order.cancelled.v1", bytes(sealed.replace("\"ACME\"", "\"EMCA\""))))
        .isInstanceOf(UnreadableEvent.class);
    var last = sealed.indexOf("\",\"at\"") - 3;
    var flipped = sealed.charAt(last) == 'A' ? 'B' : 'A';
    assertThatThrownBy(
            () ->
                format.read(
                    "order.cancelled.v1",
                    bytes(sealed.substring(0, last) + flipped + sealed.substring(last + 1))))
        .isInstanceOf(UnreadableEvent.class);
  }

  @Test
  void aTextThatOnlyLooksSealedIsSealedLikeAnyOther() {
    var event = cancelled("enc:v1:key-ACME:AAAA");

    assertThat(format.read("order.cancelled.v1", format.write(event))).isEqualTo(event);
  }

  @Test
  void upcastersSeeTheTextThatWasWritten() {
    var old =
        new EventFormat(
            List.of(
                new Upcaster(
                    "order.dropped.v1",
                    "order.cancelled.v1",
                    json -> json.put("reason", json.path("note").asString() + "!"))),
            keys);
    var key = keys.toSeal("ACME", "order.dropped.v1").orElseThrow();
    var json =
        "{\"orderId\":\"A\",\"customerId\":\"ACME\",\"at\":\"2026-01-01T00:00:00Z\",\"note\":\""
            + Seal.text(key, "order.dropped.v1 ACME note", "Twice")
            + "\"}";

    assertThat(old.read("order.dropped.v1", bytes(json))).isEqualTo(cancelled("Twice!"));
    keys.erase("ACME");
    assertThat(old.read("order.dropped.v1", bytes(json))).isEqualTo(cancelled("[erased]!"));
  }

  @Test
  void whatIsKeptBesideTheLogOpensAsLongAsItsCustomersKeyIsThere() {
    var snapshot = bytes("{\"sale\":{\"customerId\":\"ACME\",\"name\":\"Marker\"}}");
    var sealed = format.seal(snapshot).orElseThrow();

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Marker");
    assertThat(format.open(sealed)).contains(snapshot);
    var altered = sealed.clone();
    altered[altered.length - 1] ^= 1;
    assertThatThrownBy(() -> format.open(altered)).isInstanceOf(SealBroken.class);
    keys.erase("ACME");
    assertThat(format.open(sealed)).isEmpty();
    assertThat(format.seal(snapshot)).isEmpty();
  }

  private static OrderCancelled cancelled(String reason) {
    return new OrderCancelled(new OrderId("A"), CUSTOMER, reason, AT);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
