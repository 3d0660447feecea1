package io.throughline.command.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.erp.Erp.ErpOrder;
import io.throughline.command.erp.HeldErps;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftChecksTest {
  @Test
  void whileTheErpIsLeftAloneNothingIsKnownYet() {
    var draft =
        new ErpOrder(
            new OrderId("SO-1"), new CustomerId("C-1"), null, null, List.of(), false, false, null);
    var checks = new DraftChecks(new HeldErps().erps(), new DraftVerdicts(null));

    assertThat(checks.of(draft, Duration.ofSeconds(20)))
        .hasSize(DraftCheck.Subject.values().length)
        .extracting(DraftCheck::result)
        .containsOnly(DraftCheck.Result.NOT_KNOWN_YET);
  }
}
