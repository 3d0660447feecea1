package io.throughline.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The ports of a local run: those people know by heart, or free ones where those are taken. */
public record Ports(
    int command,
    int query,
    int simulators,
    int postgres,
    int kafka,
    int kafkaController,
    int mongo) {
  private static final Ports USUAL = new Ports(8080, 8081, 8090, 5432, 9092, 9093, 27017);

  /**
   * The usual ports, each replaced by a free one if somebody listens there; only free ones if
   * another run of ours is there, for it may be about to listen.
   */
  public static Ports usualOrFree() {
    return UsualPortsClaim.take() ? USUAL.orFree() : free();
  }

  /** Free ports chosen by the operating system: for tests. */
  public static Ports free() {
    return new Ports(0, 0, 0, 0, 0, 0, 0).orFree();
  }

  Ports orFree() {
    // all are held until the last is chosen, or the system might name one port twice
    var held = new ArrayList<ServerSocket>();
    try {
      return new Ports(
          hold(command, held),
          hold(query, held),
          hold(simulators, held),
          hold(postgres, held),
          hold(kafka, held),
          hold(kafkaController, held),
          hold(mongo, held));
    } catch (IOException e) {
      throw new LocalRunRefused("No free port could be found: " + e.getMessage(), e);
    } finally {
      held.forEach(Ports::release);
    }
  }

  private static int hold(int wanted, List<ServerSocket> held) throws IOException {
    ServerSocket socket;
    try {
      socket = new ServerSocket(wanted);
    } catch (IOException _) {
      socket = new ServerSocket(0); // taken
    }
    held.add(socket);
    return socket.getLocalPort();
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // a socket that nobody connected to; the system takes it back with the process
    }
  }

  /** What is not at its usual port: the usual port to the one in its place. */
  public SequencedMap<Integer, Integer> moved() {
    var moved = new TreeMap<Integer, Integer>();
    note(moved, USUAL.command, command);
    note(moved, USUAL.query, query);
    note(moved, USUAL.simulators, simulators);
    note(moved, USUAL.postgres, postgres);
    note(moved, USUAL.kafka, kafka);
    note(moved, USUAL.mongo, mongo);
    return moved;
  }

  private static void note(TreeMap<Integer, Integer> moved, int usual, int actual) {
    if (usual != actual) {
      moved.put(usual, actual);
    }
  }
}
