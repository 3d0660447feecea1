package io.throughline.bench.eventstore;

import java.util.List;

/** What every contender can do, in its own way. */
interface Engine extends AutoCloseable {

  String name();

  Wire wire();

  /** Records a sale under an id that is new. */
  void create(String order);

  /** Records one more thing that happened to a sale, having made sure of its state. */
  void update(String order);

  /** Puts sales there that have so many events already, and a snapshot of the last, if any. */
  void prepare(List<String> orders, int events);

  /** Forgets what is held in memory of a sale. */
  void forget(String order);

  @Override
  void close();
}
