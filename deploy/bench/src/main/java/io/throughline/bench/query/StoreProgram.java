package io.throughline.bench.query;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;

/**
 * A server of MongoDB's protocol in a JVM of its own, so that its documents are in nobody's heap
 * that is measured. It ends with its input.
 */
final class StoreProgram {
  private StoreProgram() {}

  public static void main(String[] arguments) throws IOException {
    var server = new MongoServer(new MemoryBackend());
    System.out.println(server.bindAndGetConnectionString());
    while (System.in.read() >= 0) {
      // whoever started it says nothing
    }
    server.shutdownNow();
  }
}
