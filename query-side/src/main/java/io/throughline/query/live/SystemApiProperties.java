package io.throughline.query.live;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.system-api}.
 *
 * @param url of the command side; {@code throughline.keys.url} if not given
 * @param patience for all that one request asks of it together (wall time)
 * @param atOnce calls of this node at a time; the accounts' budgets are kept over there
 */
@ConfigurationProperties("throughline.system-api")
record SystemApiProperties(
    @Nullable URI url, @DefaultValue("2s") Duration patience, @DefaultValue("32") int atOnce) {}
