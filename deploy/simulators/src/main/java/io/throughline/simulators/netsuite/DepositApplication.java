package io.throughline.simulators.netsuite;

import java.math.BigDecimal;

/**
 * What of a deposit paid an invoice.
 *
 * @param invoice the invoice's external id
 */
record DepositApplication(
    String internalId, String externalId, Deposit deposit, String invoice, BigDecimal amount) {}
