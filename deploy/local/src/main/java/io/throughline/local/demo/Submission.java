package io.throughline.local.demo;

import io.throughline.kernel.OrderId;
import io.throughline.local.input.Input;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Hands customers and orders over, several at a time. Keys follow from ids, so that a demo that was
 * killed and is started again sends the same requests under the same keys.
 */
public final class Submission {
  private static final int AT_A_TIME = 8;

  private final CommandApi api;
  private final Map<OrderId, String> taken = new ConcurrentHashMap<>();

  public Submission(CommandApi api) {
    this.api = api;
  }

  /** A request that was understood and refused. */
  public record Refusal(String id, int status, String detail) {}

  public List<Refusal> customers(Collection<Input.Customer> customers) throws InterruptedException {
    return all(
        customers,
        customer -> {
          var id = customer.customerId().value();
          return send("/api/v1/customers", "customer", id, CustomerBody.of(customer));
        });
  }

  public List<Refusal> orders(Collection<Input.Order> orders) throws InterruptedException {
    return all(
        orders,
        order -> {
          var id = order.orderId();
          return switch (post("/api/v1/orders", "order", id.value(), OrderBody.of(order))) {
            case CommandApi.Taken(var answer) -> {
              taken.put(id, answer);
              yield List.of();
            }
            case CommandApi.Refused(var status, var detail) ->
                List.of(new Refusal(id.value(), status, detail));
          };
        });
  }

  /** Returns when a command under a new key is acknowledged; it changes nothing. */
  public void takesCommands(Input.Customer known, String key) throws InterruptedException {
    post("/api/v1/customers", "customer", key, CustomerBody.of(known));
  }

  /**
   * Hands orders over once more that were taken before, under their keys.
   *
   * @return those that got another answer than the first time
   */
  public List<OrderId> answeredOtherwise(Collection<Input.Order> orders)
      throws InterruptedException {
    var other = new ArrayList<OrderId>();
    for (var order : orders) {
      var id = order.orderId();
      var first = new CommandApi.Taken(Objects.requireNonNull(taken.get(id)));
      if (!first.equals(post("/api/v1/orders", "order", id.value(), OrderBody.of(order)))) {
        other.add(id);
      }
    }
    return other;
  }

  /** So far; another thread may look. */
  public Set<OrderId> taken() {
    return Set.copyOf(taken.keySet());
  }

  /** So far; another thread may look. */
  public int ordersTaken() {
    return taken.size();
  }

  private CommandApi.Reply post(String path, String kind, String id, Object body)
      throws InterruptedException {
    return api.post(path, "demo-" + kind + "-" + id, body);
  }

  private List<Refusal> send(String path, String kind, String id, Object body)
      throws InterruptedException {
    return switch (post(path, kind, id, body)) {
      case CommandApi.Taken _ -> List.of();
      case CommandApi.Refused(var status, var detail) -> List.of(new Refusal(id, status, detail));
    };
  }

  @FunctionalInterface
  private interface Sending<T> {
    List<Refusal> send(T thing) throws InterruptedException;
  }

  private static <T> List<Refusal> all(Collection<T> things, Sending<T> sending)
      throws InterruptedException {
    var turns = new Semaphore(AT_A_TIME);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sent = new ArrayList<Future<List<Refusal>>>();
      try {
        for (var thing : things) {
          turns.acquire();
          Callable<List<Refusal>> turn =
              () -> {
                try {
                  return sending.send(thing);
                } finally {
                  turns.release();
                }
              };
          sent.add(threads.submit(turn));
        }
        var refusals = new ArrayList<Refusal>();
        for (var answer : sent) {
          refusals.addAll(answer.get());
        }
        return refusals;
      } catch (InterruptedException e) {
        threads.shutdownNow();
        throw e;
      } catch (ExecutionException e) {
        threads.shutdownNow();
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
