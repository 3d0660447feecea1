package io.throughline.simulators.netsuite;

import io.throughline.simulators.Call;
import io.throughline.simulators.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests that are carried out later, one after the other, each once under its key. They are known
 * as long as the process lives.
 */
final class Jobs implements AutoCloseable {
  private static final String ROOT = "/services/rest/async/v1/job/";
  private static final Pattern PATH = Pattern.compile(ROOT + "(\\d+)(/task(?:/1(/result)?)?)?");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Function<Call, Reply> work;
  private final ExecutorService processor =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private final Map<String, Job> byId = new LinkedHashMap<>();
  private final Map<String, Job> byKey = new LinkedHashMap<>();
  private final JsonMapper json = JsonMapper.builder().build();
  private boolean held;

  private static final class Job {
    private final String id;
    private final Call call;
    private @Nullable Reply result;

    Job(String id, Call call) {
      this.id = id;
      this.call = call;
    }
  }

  /**
   * @param work carries a request out
   */
  Jobs(Function<Call, Reply> work) {
    this.work = work;
  }

  static boolean isAbout(Call call) {
    return call.path().startsWith(ROOT);
  }

  static boolean isWanted(Call call) {
    return call.header("prefer").orElse("").contains("respond-async");
  }

  /** From now on jobs wait, or go on. */
  synchronized void hold(boolean isHeld) {
    held = isHeld;
    notifyAll();
  }

  /** How many there were. */
  synchronized int count() {
    return byId.size();
  }

  synchronized Reply submit(Call call) {
    var key = call.header("x-netsuite-idempotency-key").orElse("");
    if (!key.isEmpty() && !UUID.matcher(key).matches()) {
      throw Problem.invalid("", "The idempotency key must be a UUID.");
    }
    var known = byKey.get(key);
    if (known != null) {
      return Problem.sameKey().reply(Map.of("Location", ROOT + known.id));
    }
    var job = new Job(Integer.toString(byId.size() + 1), call);
    byId.put(job.id, job);
    if (!key.isEmpty()) {
      byKey.put(key, job);
    }
    processor.execute(() -> carryOut(job));
    return new Reply(
        202, Map.of("Location", ROOT + job.id, "Preference-Applied", "respond-async"), "", "");
  }

  private void carryOut(Job job) {
    try {
      awaitTurn();
      var result = work.apply(job.call);
      synchronized (this) {
        job.result = result;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void awaitTurn() throws InterruptedException {
    while (held) {
      wait();
    }
  }

  /** How a job stands, its one task, or what the task brought. */
  synchronized Reply show(Call call) {
    var path = PATH.matcher(call.path());
    var job = path.matches() ? byId.get(path.group(1)) : null;
    if (job == null) {
      throw Problem.unknown(call.path());
    }
    if (path.group(2) == null) {
      return status(job);
    }
    if (path.group(3) == null) {
      return tasks();
    }
    return Optional.ofNullable(job.result)
        .orElseThrow(() -> Problem.unknown("the result of the job " + job.id));
  }

  private Reply status(Job job) {
    var answer = json.createObjectNode();
    answer.put("completed", job.result != null);
    answer.put("id", job.id);
    answer.put("progress", progress(job.result));
    return Reply.json(200, answer.toString());
  }

  private static String progress(@Nullable Reply result) {
    if (result == null) {
      return "pending";
    }
    return result.status() / 100 == 2 ? "succeeded" : "failed";
  }

  private Reply tasks() {
    var answer = json.createObjectNode();
    answer.putArray("items").addObject().put("id", "1");
    return Reply.json(200, answer.toString());
  }

  @Override
  public void close() {
    processor.shutdownNow();
  }
}
