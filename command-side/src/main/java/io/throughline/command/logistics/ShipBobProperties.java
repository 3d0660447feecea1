package io.throughline.command.logistics;

import io.throughline.command.platform.budget.CallRate;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.logistics.shipbob}.
 *
 * @param token personal access token
 * @param channelId of the sales channel that our orders belong to
 * @param webhookSecret {@code whsec_} and Base64; several while it is being changed
 * @param locations ShipBob's id of a warehouse, by ours, where they differ
 * @param permits how many calls may be under way at a time, over all nodes
 * @param rate a limit on calls in a stretch of time: ShipBob's own is 150 in PT1M
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
    @Nullable CallRate rate,
    @DefaultValue("10s") Duration timeout) {}
