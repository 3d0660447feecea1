package io.throughline.command.erp;

import io.throughline.command.platform.budget.CallRate;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One account: {@code throughline.erp.netsuite}, {@code throughline.erp.accounts.<name>}.
 *
 * @param baseUrl {@code https://<account>.suitetalk.api.netsuite.com}
 * @param clientId of the integration record
 * @param certificateId of the certificate that NetSuite has for our key
 * @param privateKey RSA, or EC on P-256, P-384 or P-521, in PEM (PKCS 8), or {@code file:} and the
 *     path to it
 * @param permits how many calls may be under way at a time, over all nodes: the account's
 *     concurrency limit
 * @param rate a limit on calls in a stretch of time, if the account has one
 * @param timeout of one call (wall time); its outcome is unknown after that
 * @param longOrder an order of so many lines and more is booked by a job of NetSuite's, which may
 *     take longer than a call
 */
record NetSuiteProperties(
    URI baseUrl,
    String clientId,
    String certificateId,
    String privateKey,
    @DefaultValue("15") int permits,
    @Nullable CallRate rate,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("200") int longOrder) {}
