package io.throughline.query.keys;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.keys}.
 *
 * @param url of the command side
 * @param tokenFile holds a bearer token with the role {@code keys}; read anew for each request, so
 *     that whoever renews it need not tell
 * @param timeout of a request (wall time)
 * @param kept a key is asked for again after so long (wall time)
 * @param capacity so many keys are held at the most
 */
@ConfigurationProperties("throughline.keys")
record KeyServiceProperties(
    @DefaultValue("http://localhost:8080") URI url,
    @Nullable Path tokenFile,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("10m") Duration kept,
    @DefaultValue("100000") int capacity) {}
