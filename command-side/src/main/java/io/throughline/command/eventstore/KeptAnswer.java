package io.throughline.command.eventstore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to a command with a key. It is stored in the transaction that stores the
 * command's events, so that there is never one without the other; a repetition gets it again.
 *
 * @param fingerprint tells whether another request under the same key is the same request
 * @param status of HTTP
 * @param answeredAt wall time (UTC); the answer is kept for {@link KeptAnswers#KEPT} from then
 */
public record KeptAnswer(
    CommandKey key,
    String fingerprint,
    int status,
    @Nullable String location,
    @Nullable String contentType,
    byte[] body,
    Instant answeredAt) {}
