package io.throughline.simulators.netsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.simulators.netsuite.SuiteQl.Filter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteQlTest {
  @Test
  void aLookUpIsRead() {
    assertThat(
            SuiteQl.parse(
                "SELECT id, ItemId FROM item WHERE itemid IN ('A', 'O''Hara', '') AND isinactive ="
                    + " 'F' ORDER BY itemid, id"))
        .isEqualTo(
            new SuiteQl(
                List.of("id", "itemid"),
                "item",
                List.of(
                    new Filter("itemid", Set.of("A", "O'Hara", "")),
                    new Filter("isinactive", Set.of("F"))),
                List.of("itemid", "id")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SELECT",
        "SELECT * FROM item ORDER BY id",
        "SELECT id FROM item",
        "SELECT id FROM item WHERE id > '1' ORDER BY id",
        "SELECT id FROM item WHERE id IN () ORDER BY id",
        "SELECT id FROM item WHERE id = 1 ORDER BY id",
        "SELECT id FROM item WHERE id = 'open ORDER BY id",
        "SELECT id FROM item WHERE id = '1' OR id = '2' ORDER BY id",
        "SELECT id FROM item, customer ORDER BY id",
        "SELECT id FROM item ORDER BY id DESC",
        "SELECT id FROM item ORDER BY id; DELETE"
      })
  void whateverElseIsAskedIsRefused(String query) {
    assertThatThrownBy(() -> SuiteQl.parse(query))
        .isInstanceOf(Problem.class)
        .hasMessageEndingWith("not: " + query);
  }
}
