package io.throughline.kernel.fulfilment;

import io.throughline.kernel.ProductId;

/**
 * What a provider counted of a product in a parcel.
 *
 * @param counted in whole sales units
 */
public record CountedUnits(ProductId productId, int counted) {}
