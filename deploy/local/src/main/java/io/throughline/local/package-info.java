/**
 * Everything the line needs, in one JVM: both applications, PostgreSQL, Kafka, a MongoDB-protocol
 * server, the simulated ERP and carrier, an issuer of tokens and a clock that may run fast. What
 * must last stands in one data directory ({@code DataDirectory -> servers -> simulators -> command
 * side, query side -> Addresses}).
 */
@NullMarked
package io.throughline.local;

import org.jspecify.annotations.NullMarked;
