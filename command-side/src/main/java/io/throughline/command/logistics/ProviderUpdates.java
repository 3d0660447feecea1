package io.throughline.command.logistics;

/** Takes what providers tell of shipments, and of goods that come back. */
public interface ProviderUpdates {

  /**
   * Returns when the update is durable, or was known already.
   *
   * @throws RuntimeException if it is not; the provider then sends it again
   */
  void accept(ProviderUpdate update);
}
