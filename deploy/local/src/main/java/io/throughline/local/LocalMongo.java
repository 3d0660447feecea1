package io.throughline.local;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/**
 * A server that speaks MongoDB's protocol and keeps its documents in memory: the views are a fold
 * of the event topic and are rebuilt from it when a run starts.
 */
public final class LocalMongo implements AutoCloseable {
  static final String HOST = "127.0.0.1";

  private final MongoServer server;
  private final int port;

  private LocalMongo(MongoServer server, int port) {
    this.server = server;
    this.port = port;
  }

  public static LocalMongo start(int port) {
    var server = new MongoServer(new MemoryBackend());
    server.bind(HOST, port);
    return new LocalMongo(server, port);
  }

  public String uri() {
    return uri(port);
  }

  static String uri(int port) {
    return "mongodb://" + HOST + ":" + port + "/throughline";
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
