package io.throughline.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  record Deed(int number, String text) {}

  private Journal<Deed> journal() {
    return new Journal<>(folder.resolve("deeds.ndjson"), Deed.class);
  }

  private List<Deed> replayed() {
    try (var journal = journal()) {
      return replayed(journal);
    }
  }

  private static List<Deed> replayed(Journal<Deed> journal) {
    var deeds = new ArrayList<Deed>();
    journal.replay(deeds::add);
    return deeds;
  }

  @Test
  void whatWasAppendedIsThereForTheNextProcessThoughNobodyClosedTheFile() {
    var dies = journal();
    replayed(dies);
    dies.append(new Deed(1, "line\nbreak"));

    assertThat(replayed()).containsExactly(new Deed(1, "line\nbreak"));
  }

  @Test
  void aTornLastLineIsDroppedAndTheNextEntryStandsOnItsOwn() throws IOException {
    try (var journal = journal()) {
      replayed(journal);
      journal.append(new Deed(1, "whole"));
    }
    Files.writeString(
        folder.resolve("deeds.ndjson"), "{\"number\":2,\"te", StandardOpenOption.APPEND);

    try (var journal = journal()) {
      assertThat(replayed(journal)).containsExactly(new Deed(1, "whole"));
      journal.append(new Deed(3, "after"));
    }

    assertThat(replayed()).containsExactly(new Deed(1, "whole"), new Deed(3, "after"));
  }

  @Test
  void aDamagedLineIsNamed() throws IOException {
    Files.writeString(folder.resolve("deeds.ndjson"), "{\"number\":1,\"text\":\"a\"}\nnonsense\n");

    assertThatThrownBy(this::replayed)
        .hasMessageStartingWith("Line 2 of the journal ")
        .hasMessageContaining("deeds.ndjson is damaged");
  }
}
