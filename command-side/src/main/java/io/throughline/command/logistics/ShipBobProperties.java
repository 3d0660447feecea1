package io.throughline.command.logistics;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.logistics.shipbob}.
 *
 * @param token personal access token
 * @param channelId of the sales channel that our orders belong to
 * @param webhookSecret {@code whsec_} and Base64; several while it is being changed
 * @param locations ShipBob's id of a warehouse, by ours, where they differ
 * @param permits how many calls may be under way at a time
 * @param timeout of one call (wall time); its outcome is unknown after that
 */
@ConfigurationProperties("throughline.logistics.shipbob")
record ShipBobProperties(
    @DefaultValue("https://api.shipbob.com") URI baseUrl,
    @DefaultValue("") String token,
    @DefaultValue("1") String channelId,
    @DefaultValue List<String> webhookSecret,
    @DefaultValue Map<String, String> locations,
    @DefaultValue("8") int permits,
    @DefaultValue("10s") Duration timeout) {}
