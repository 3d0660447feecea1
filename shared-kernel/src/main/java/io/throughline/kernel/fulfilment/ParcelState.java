package io.throughline.kernel.fulfilment;

/**
 * What became of a parcel on its way. Reports come in any order: what stands further down replaces
 * what stands above it, and never the other way round.
 */
public enum ParcelState {
  UNDER_WAY,
  /** The carrier broke it, and will not deliver it. */
  DAMAGED,
  /** Nobody took it, or nobody could: it comes back. */
  RETURNED,
  DELIVERED
}
