/**
 * Zero copy, written down: whose each fact is, and what we may do with it. Whatever we store or
 * send is held against this catalogue when it is built; a field that is not in it does not build.
 */
@NullMarked
package io.throughline.kernel.ownership;

import org.jspecify.annotations.NullMarked;
