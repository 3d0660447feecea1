/**
 * GraphQL over WebSocket, subprotocol {@code graphql-transport-ws}: {@code connection_init with a
 * token -> Door -> Sockets}. What leaves is counted, so that nobody is sent more than is taken, and
 * a socket is closed when its token ends.
 */
@NullMarked
package io.throughline.query.sockets;

import org.jspecify.annotations.NullMarked;
