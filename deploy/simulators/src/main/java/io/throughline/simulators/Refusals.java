package io.throughline.simulators;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a system was told to answer to some calls, instead of doing them, until it is told off. */
final class Refusals {
  private final List<Refusal> told = new CopyOnWriteArrayList<>();

  /**
   * @param call a part of method and path
   * @param about a part of the body; empty: whatever it says
   */
  private record Refusal(String call, String about, Reply reply) {
    boolean meets(Call made) {
      return (made.method() + " " + made.path()).contains(call) && made.text().contains(about);
    }
  }

  void refuse(String call, String about, Reply reply) {
    told.add(new Refusal(call, about, reply));
  }

  void relent() {
    told.clear();
  }

  /** Of what it was told of such calls. */
  void relent(String call) {
    told.removeIf(it -> it.call().equals(call));
  }

  Optional<Reply> of(Call call) {
    return told.stream().filter(it -> it.meets(call)).findFirst().map(Refusal::reply);
  }
}
