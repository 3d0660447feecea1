package io.throughline.local;

import java.io.IOException;

/** What runs in a {@link MongoProcess}: it serves the port that it is told until its input ends. */
final class MongoProgram {
  private MongoProgram() {}

  public static void main(String[] arguments) throws IOException {
    try (var _ = LocalMongo.start(Integer.parseInt(arguments[0]))) {
      while (System.in.read() >= 0) {
        // whoever started it says nothing
      }
    }
    System.exit(0);
  }
}
