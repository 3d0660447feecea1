package io.throughline.kernel;

/**
 * One of an order's further addresses, and the name by which lines say it.
 *
 * @param key no person's name: it stays readable when the address is erased
 */
public record ShipTo(ShipToKey key, Address address) {

  /** What is left of it once its key is gone. */
  public ShipTo erased() {
    return new ShipTo(key, address.erased());
  }
}
