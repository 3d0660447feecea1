/**
 * What is never stored here: read from its owner when somebody asks, through the command side's
 * system API, in the name of whoever asks. {@code LiveQueries -> one DataLoader -> SystemApi -> GET
 * /system/v1/…}. What does not answer in time is said to be unavailable; the rest of the answer is
 * not held up.
 */
@NullMarked
package io.throughline.query.live;

import org.jspecify.annotations.NullMarked;
