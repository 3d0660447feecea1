package io.throughline.command.erp;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One account: {@code throughline.erp.netsuite}, {@code throughline.erp.accounts.<name>}.
 *
 * @param baseUrl {@code https://<account>.suitetalk.api.netsuite.com}
 * @param clientId of the integration record
 * @param certificateId of the certificate that NetSuite has for our key
 * @param privateKey EC P-256 in PEM (PKCS 8), or {@code file:} and the path to it
 * @param permits how many calls may be under way at a time: the account's concurrency limit
 * @param timeout of one call (wall time); its outcome is unknown after that
 */
record NetSuiteProperties(
    URI baseUrl,
    String clientId,
    String certificateId,
    String privateKey,
    @DefaultValue("15") int permits,
    @DefaultValue("10s") Duration timeout) {}
