package io.throughline.simulators.netsuite;

import java.util.Map;

/** What came back of an authorization. */
record ItemReceipt(
    String internalId,
    String externalId,
    ReturnAuthorization authorization,
    Map<String, Integer> quantities) {}
