package io.throughline.kernel.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.Address;
import io.throughline.kernel.ownership.SystemOfRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldValueTest {

  @ParameterizedTest
  @CsvSource({
    "NAME, Acme Works, ' ACME  works '",
    "EMAIL, Buy@Acme.example, 'buy@acme.example '",
    "PHONE, +31 (0)20 123-456, 0031 20 123 456",
  })
  void whatIsOnlyWrittenDifferentlyIsTheSame(CustomerField field, String one, String other) {
    assertThat(FieldValue.of(one).agreesWith(FieldValue.of(other), field)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "NAME, Acme Works, Acme Work",
    "EMAIL, buy@acme.example, by@acme.example",
    "PHONE, +31 20 123 456, +31 20 123 457",
  })
  void whatDiffersDoes(CustomerField field, String one, String other) {
    assertThat(FieldValue.of(one).agreesWith(FieldValue.of(other), field)).isFalse();
  }

  @Test
  void anAddressIsComparedPartByPart() {
    var one = new Address("Acme", "1 Mill Lane", "Riverton", null, "1234 AB", "NL");
    var same = new Address("ACME", "1  Mill Lane", "Riverton ", "", "1234 AB", "NL");
    var other = new Address("Acme", "2 Mill Lane", "Riverton", null, "1234 AB", "NL");

    assertThat(FieldValue.of(one).agreesWith(FieldValue.of(same), CustomerField.BILL_TO)).isTrue();
    assertThat(FieldValue.of(one).agreesWith(FieldValue.of(other), CustomerField.BILL_TO))
        .isFalse();
  }

  @Test
  void theCatalogueSaysWhoseWordCounts() {
    assertThat(CustomerField.EMAIL.owner()).isEqualTo(SystemOfRecord.SHARED);
    assertThat(CustomerField.ON_HOLD.owner()).isEqualTo(SystemOfRecord.ERP);
  }
}
