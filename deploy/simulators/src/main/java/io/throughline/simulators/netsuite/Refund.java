package io.throughline.simulators.netsuite;

import java.math.BigDecimal;

/**
 * Money that a customer got back.
 *
 * @param of the external id of the credit memo or the deposit that it comes from
 */
record Refund(
    String internalId,
    String externalId,
    String customer,
    String currency,
    String of,
    boolean isDeposit,
    BigDecimal amount) {}
