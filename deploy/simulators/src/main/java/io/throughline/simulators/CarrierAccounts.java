package io.throughline.simulators;

/**
 * By what the simulated logistics providers and their client know each other.
 *
 * @param shipBobToken which ShipBob's callers must bear
 * @param shipBobSecret {@code whsec_} and Base64, as in Standard Webhooks
 * @param shipHeroRefreshToken for which ShipHero gives bearer tokens
 * @param shipHeroSecret with which ShipHero signs webhooks
 */
public record CarrierAccounts(
    String shipBobToken,
    String shipBobSecret,
    String shipHeroRefreshToken,
    String shipHeroSecret) {}
