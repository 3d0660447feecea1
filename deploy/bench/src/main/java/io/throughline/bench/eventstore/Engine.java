package io.throughline.bench.eventstore;

/** What every contender can do, in its own way. */
interface Engine extends AutoCloseable {

  String name();

  /** Records a sale under an id that is new. */
  void create(String order);

  /** Records one more thing that happened to a sale, having made sure of its state. */
  void update(String order);

  /** Puts a sale there that has so many events already. */
  void prepare(String order, int events);

  /** Forgets what is held in memory of aggregates. */
  void forget();

  @Override
  void close();
}
