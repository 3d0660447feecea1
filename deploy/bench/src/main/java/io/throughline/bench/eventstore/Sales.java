package io.throughline.bench.eventstore;

import io.throughline.bench.harness.Load;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sales to be updated, shared out among the callers so that nobody waits for another one's lock.
 *
 * @param cached whether they stay in memory between two commands
 */
record Sales(List<String> orders, boolean cached) {

  static Sales named(String prefix, int count, boolean cached) {
    return new Sales(IntStream.range(0, count).mapToObj(i -> prefix + "-" + i).toList(), cached);
  }

  /** The same for so many callers, a few for each where they are to stay in memory. */
  Sales of(int callers, int atMost) {
    var each = Math.min(atMost, orders.size() / callers);
    return new Sales(orders.subList(0, callers * each), cached);
  }

  Work.Calls updating(Engine engine, Load load) {
    return new Updating(engine, this, orders.size() / load.callers());
  }

  private record Updating(Engine engine, Sales sales, int each) implements Work.Calls {

    /** Whatever was dropped from memory while others had their turn is there again. */
    @Override
    public void begin() {
      if (sales.cached) {
        sales.orders.parallelStream().forEach(engine::update);
      }
    }

    @Override
    public void make(int caller, int number) {
      var order = sales.orders.get(caller * each + number % each);
      if (!sales.cached) {
        engine.forget(order);
      }
      engine.update(order);
    }
  }
}
