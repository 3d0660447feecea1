/**
 * The one command a person runs, {@code ./throughline}: reads what is asked, does it through {@code
 * io.throughline.local}, and says in one line what went wrong. Exit codes: 0 done, 2 badly asked, 1
 * anything else.
 */
@NullMarked
package io.throughline.cli;

import org.jspecify.annotations.NullMarked;
