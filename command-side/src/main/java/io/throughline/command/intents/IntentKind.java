package io.throughline.command.intents;

import io.throughline.kernel.OrderId;
import java.time.Instant;

/** How one kind of intent becomes a command. Each feature has its own. */
public interface IntentKind {

  /** As the CRM calls it: permanent. */
  String name();

  /**
   * The command that the intent means.
   *
   * @param at business time (UTC)
   * @throws IllegalArgumentException saying in one sentence what no such intent can be
   * @throws io.throughline.command.platform.NotKnown if it is about nothing we know
   */
  Object command(OrderId order, Intent intent, IntentBody body, Instant at);
}
