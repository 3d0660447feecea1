/**
 * How events are written and read: {@code event -> wire name + JSON bytes} and back, old versions
 * through upcasters. Everything that touches a stored or published event goes through here.
 */
@NullMarked
package io.throughline.kernel.format;

import org.jspecify.annotations.NullMarked;
