/**
 * Has views folded anew, and watches: {@code Replays -> POST, GET /api/v1/replays/{slice}} of a
 * query side, whichever it is.
 */
@NullMarked
package io.throughline.local.replay;

import org.jspecify.annotations.NullMarked;
