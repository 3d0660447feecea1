/** What a token of another issuer means to us: whose it is, and which of our roles it brings. */
@NullMarked
package io.throughline.kernel.access;

import org.jspecify.annotations.NullMarked;
