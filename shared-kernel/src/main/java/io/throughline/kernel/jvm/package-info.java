/** How a JVM of ours is set up before anything runs in it. */
@NullMarked
package io.throughline.kernel.jvm;

import org.jspecify.annotations.NullMarked;
