package io.throughline.command.changes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.erp.poll}.
 *
 * @param every how often the ERP is asked for changes (wall time)
 * @param overlap how much earlier each look begins than the last one ended: a change that was made
 *     in a long transaction is dated before it can be seen (the ERP's time)
 * @param page how many changes are asked for at a time, up to 1,000
 */
@ConfigurationProperties("throughline.erp.poll")
record PollProperties(
    @DefaultValue("10s") Duration every,
    @DefaultValue("5m") Duration overlap,
    @DefaultValue("1000") int page) {}
