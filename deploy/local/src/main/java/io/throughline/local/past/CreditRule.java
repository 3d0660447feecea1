package io.throughline.local.past;

import io.throughline.local.LocalRunRefused;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Another credit limit than the recorded one.
 *
 * @param amount of that size for everybody, in the order's currency, or a share of the recorded one
 * @param isShare whether the amount is a factor: 1.2 is a fifth more
 */
public record CreditRule(BigDecimal amount, boolean isShare) {
  private static final Pattern SHARE = Pattern.compile("([+-]\\d{1,4}(\\.\\d+)?)%");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d+)?");

  /**
   * @param text {@code credit-limit=50000}, {@code credit-limit=+20%} or {@code credit-limit=-10%}
   * @throws LocalRunRefused if it is none of these
   */
  public static CreditRule of(String text) {
    var rule = text.startsWith("credit-limit=") ? text.substring("credit-limit=".length()) : "";
    var share = SHARE.matcher(rule);
    if (share.matches()) {
      var factor = BigDecimal.ONE.add(new BigDecimal(share.group(1)).movePointLeft(2));
      return new CreditRule(factor, true);
    }
    if (AMOUNT.matcher(rule).matches()) {
      return new CreditRule(new BigDecimal(rule), false);
    }
    throw new LocalRunRefused(
        "'"
            + text
            + "' is no rule: write credit-limit=50000, credit-limit=+20% or credit-limit=-10%");
  }

  BigDecimal limitFor(BigDecimal recorded) {
    return isShare ? recorded.multiply(amount) : amount;
  }

  /** Whether some limit of theirs may be lower than the recorded one. */
  boolean isStricterThan(BigDecimal recorded) {
    return limitFor(recorded).compareTo(recorded) < 0;
  }
}
