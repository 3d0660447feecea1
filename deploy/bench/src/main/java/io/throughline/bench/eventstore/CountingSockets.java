package io.throughline.bench.eventstore;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.net.SocketFactory;

/**
 * Counts round trips where they happen: reading after writing is one. PostgreSQL's driver makes the
 * factory itself, from its class's name and one word ({@code socketFactory} and {@code
 * socketFactoryArg} of its URL), so the counters are found by that word.
 */
public final class CountingSockets extends SocketFactory {
  private static final Map<String, LongAdder> TRIPS = new ConcurrentHashMap<>();

  private final LongAdder trips;

  /**
   * @param counter the name of the counter
   */
  public CountingSockets(String counter) {
    trips = trips(counter);
  }

  static LongAdder trips(String counter) {
    return TRIPS.computeIfAbsent(counter, _ -> new LongAdder());
  }

  @Override
  public Socket createSocket() {
    return new Counting(trips);
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("The driver connects its sockets itself.");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    return createSocket(host.getHostName(), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    return createSocket(host, port);
  }

  private static final class Counting extends Socket {
    private final LongAdder trips;
    private boolean asked;

    Counting(LongAdder trips) {
      this.trips = trips;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(int one) throws IOException {
          asked = true;
          out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          asked = true;
          out.write(bytes, from, length);
        }
      };
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          count();
          return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
          count();
          return in.read(bytes, from, length);
        }
      };
    }

    private void count() {
      if (asked) {
        asked = false;
        trips.increment();
      }
    }
  }
}
