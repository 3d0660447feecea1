package io.throughline.command.erp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErpPropertiesTest {

  @ParameterizedTest
  @ValueSource(strings = {"salesforce", "shipbob", "shiphero"})
  void anAccountCannotBeCalledAsAnotherSystemsIs(String name) {
    var accounts = Collections.<String, NetSuiteProperties>singletonMap(name, null);

    assertThatThrownBy(() -> new ErpProperties(null, accounts, List.of()))
        .hasMessageContaining("throughline.erp.accounts." + name);
  }
}
