package io.throughline.command.logistics;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.logistics.shiphero}. Without a base URL there is no ShipHero.
 *
 * @param refreshToken for which ShipHero gives bearer tokens
 * @param shopName the shop that our orders belong to
 * @param webhookSecret the shared signature secret; several while it is being changed
 * @param locations ShipHero's id of a warehouse, by ours, where they differ
 * @param permits how many calls may be under way at a time
 * @param timeout of one call (wall time); its outcome is unknown after that
 */
@ConfigurationProperties("throughline.logistics.shiphero")
record ShipHeroProperties(
    @DefaultValue("https://public-api.shiphero.com") URI baseUrl,
    @DefaultValue("") String refreshToken,
    @DefaultValue("throughline") String shopName,
    @DefaultValue List<String> webhookSecret,
    @DefaultValue Map<String, String> locations,
    @DefaultValue("8") int permits,
    @DefaultValue("10s") Duration timeout) {}
