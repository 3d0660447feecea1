package io.throughline.kernel.fulfilment;

import java.util.List;

/**
 * One of the parcels in which a provider ships what it was asked to ship at once.
 *
 * @param parcelId the provider's own id of it, by which it is told from the others
 * @param units what the provider counted in it; a product may stand there more than once
 */
public record CountedParcel(String parcelId, List<CountedUnits> units) {}
