package io.throughline.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

  @Test
  void axonTakesItsIdsFromHere() {
    assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIds.class);
  }

  @Test
  void anIdIsAUuidOfVersionSevenThatBeginsWithTheTime() {
    var before = System.currentTimeMillis();
    var id = UUID.fromString(IdentifierFactory.getInstance().generateIdentifier());

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis());
  }

  @Test
  void noneComesTwice() {
    assertThat(Stream.generate(TimeOrderedIds::next).limit(100_000).distinct()).hasSize(100_000);
  }
}
