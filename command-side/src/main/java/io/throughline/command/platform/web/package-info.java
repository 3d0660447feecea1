/**
 * The command API's edge: who may come in, how a "no" is worded (RFC 9457), and how a repeated
 * request is answered as the first one was.
 */
@NullMarked
package io.throughline.command.platform.web;

import org.jspecify.annotations.NullMarked;
