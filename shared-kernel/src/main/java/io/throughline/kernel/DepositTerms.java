package io.throughline.kernel;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is to be paid before anything of an order is shipped: a share of what the ERP books for it,
 * or an amount; one of the two.
 *
 * @param share as a fraction of the goods with tax: 0.3 is 30 %; null: an amount was agreed
 * @param amount with tax, in the order's currency; null: a share was agreed
 */
public record DepositTerms(
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal share,
    @Nullable Money amount) {

  public static DepositTerms ofShare(BigDecimal share) {
    return new DepositTerms(share, null);
  }

  public static DepositTerms ofAmount(Money amount) {
    return new DepositTerms(null, amount);
  }

  /** What is asked for of an order that the ERP books at so much with tax, and never more. */
  public Money of(Money gross) {
    if (share != null) {
      return gross.times(share);
    }
    return amount == null || amount.exceeds(gross) ? gross : amount;
  }
}
