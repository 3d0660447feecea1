package io.throughline.command.logistics;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.logistics}.
 *
 * @param usual the provider of every warehouse that is not named
 * @param warehouses the provider of each warehouse: {@code NORTH=shiphero}
 * @param patience how long a milestone may take
 * @param returns how long goods that come back may take
 */
@ConfigurationProperties("throughline.logistics")
record LogisticsProperties(
    @DefaultValue("shipbob") String usual,
    @DefaultValue Map<String, String> warehouses,
    @DefaultValue MilestonePatience patience,
    @DefaultValue ReturnPatience returns) {}
