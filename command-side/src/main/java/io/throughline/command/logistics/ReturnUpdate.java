package io.throughline.command.logistics;

import io.throughline.kernel.ProductId;
import io.throughline.kernel.fulfilment.ReturnId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of goods that come back, whether it told by itself or was asked.
 *
 * @param messageId the provider's id of the message: the same message may come twice
 * @param provider its name: {@code shipbob}
 * @param goods what it found; none until it has looked
 * @param note in the provider's words
 * @param at when it happened, in business time (UTC)
 */
public record ReturnUpdate(
    String messageId,
    String provider,
    ReturnId returnId,
    Kind kind,
    List<Goods> goods,
    @Nullable String note,
    Instant at)
    implements ProviderUpdate {

  /** What happened. Messages come in any order: what was inspected was received. */
  public enum Kind {
    RECEIVED,
    INSPECTED
  }

  /**
   * @param accepted units that are as good as new
   * @param refused units that are not
   */
  public record Goods(ProductId productId, int accepted, int refused) {}
}
