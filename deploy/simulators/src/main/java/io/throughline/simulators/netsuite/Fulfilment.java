package io.throughline.simulators.netsuite;

import java.util.Map;

/**
 * An item fulfilment: what left a sales order.
 *
 * @param externalId the caller's number of the shipment
 * @param quantities units by order line
 */
record Fulfilment(
    String internalId, String externalId, SalesOrder order, Map<String, Integer> quantities) {}
