package io.throughline.command.logistics;

/** Takes what providers tell of shipments. */
public interface ShipmentUpdates {

  /**
   * Returns when the update is durable, or was known already.
   *
   * @throws RuntimeException if it is not; the provider then sends it again
   */
  void accept(ShipmentUpdate update);
}
