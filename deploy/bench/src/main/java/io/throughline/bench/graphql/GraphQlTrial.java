package io.throughline.bench.graphql;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.throughline.bench.trial.Trial;
import io.throughline.kernel.Role;
import io.throughline.local.LocalRun;
import io.throughline.local.LocalSettings;
import io.throughline.local.Ports;
import io.throughline.local.demo.Demo;
import io.throughline.local.demo.DemoListener;
import io.throughline.local.demo.DemoProgress;
import io.throughline.local.demo.OwnOrders;
import io.throughline.local.demo.Submission.Refusal;
import io.throughline.query.QuerySideApplication;
import io.throughline.query.documents.TrustedDocuments;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a running line random questions in every role. Broken is: a status of 500 or more, an answer
 * that is no JSON, an error without a code or of one that nobody foresaw, a trace of Java, a field
 * that the role may not see. Whether refusals are quick is reported beside the smallest question
 * there is, in the same run.
 */
public final class GraphQlTrial implements Trial {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_ORDERS = 20;
  private static final int CLOCK_RATE = 86_400;
  private static final int SHOWN = 5;
  private static final int COMPARED_EVERY = 20;
  private static final long GOAL_MICROS = 5_000;
  private static final Pattern TRACE =
      Pattern.compile(
          "\\tat |\\\\tat |Exception:|java\\.lang\\.|io\\.throughline\\.(query|kernel)\\.");

  @Override
  public String name() {
    return "graphql";
  }

  @Override
  public String description() {
    return "Ask random GraphQL questions in every role: nothing fails, nothing leaks";
  }

  @Override
  public int usualCount() {
    return 100_000;
  }

  @Override
  public Map<String, Object> run(Terms terms) throws Exception {
    var settings =
        new LocalSettings(
            terms.folder().resolve("line"), true, CLOCK_RATE, terms.seed(), 0, Ports.free());
    terms.progress().accept("Starting a line …");
    try (var run = LocalRun.start(settings)) {
      var orders = OwnOrders.of(Math.min(MOST_ORDERS, 4 + terms.count() / 1_000), terms.seed());
      Demo.work(run, orders, new Quiet());
      var ids = new ArrayList<String>();
      orders
          .orders()
          .forEach(
              order -> {
                ids.add(order.orderId().value());
                ids.add(order.customerId().value());
              });
      return ask(run.addresses().graphQl(), run::token, ids, terms);
    }
  }

  /**
   * Asks a query side that runs already.
   *
   * @param ids of what is there
   */
  public static Map<String, Object> ask(
      URI endpoint, Function<Role, String> token, List<String> ids, Terms terms)
      throws IOException, InterruptedException {
    return new Asking(endpoint, token, ids, terms).all();
  }

  private static GraphQLSchema schema() throws IOException {
    try (var file =
        Objects.requireNonNull(
            QuerySideApplication.class.getResourceAsStream("/graphql/throughline.graphqls"))) {
      return UnExecutableSchemaGenerator.makeUnExecutableSchema(
          new SchemaParser().parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  private static final class Asking {
    private final Terms terms;
    private final URI endpoint;
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Rights rights;
    private final RandomQuestions questions;
    private final Histogram refusals = new Histogram(3);
    private final Histogram smallest = new Histogram(3);
    private final Map<String, Integer> codes = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();
    private int answered;

    Asking(URI endpoint, Function<Role, String> token, List<String> known, Terms terms)
        throws IOException {
      this.terms = terms;
      this.endpoint = endpoint;
      for (var role : Role.values()) {
        tokens.put(role, token.apply(role));
      }
      var schema = schema();
      this.rights = new Rights(schema);
      var ids = new ArrayList<>(List.of("NONE"));
      ids.addAll(known);
      this.questions =
          new RandomQuestions(schema, ids, new TrustedDocuments().all(), new Random(terms.seed()));
    }

    Map<String, Object> all() throws IOException, InterruptedException {
      for (var i = 0; i < terms.count(); i++) {
        ask(questions.next());
        if (i % COMPARED_EVERY == 0) {
          smallest.recordValue(timed(Role.OPERATIONS, "{\"query\":\"{__typename}\"}").micros());
        }
        if (i % 500 == 0) {
          terms
              .progress()
              .accept(i + " of " + terms.count() + " asked, " + broken.size() + " broken");
        }
      }
      var seen = new LinkedHashMap<String, Object>();
      seen.put("questions", terms.count());
      seen.put("answered, at least in part", answered);
      seen.put("errors by code", codes);
      seen.put("refusals", refusals.getTotalCount());
      seen.put("refusal p50, us", refusals.getValueAtPercentile(50));
      seen.put("refusal p99, us", refusals.getValueAtPercentile(99));
      seen.put("refusal p99 within 5 ms", refusals.getValueAtPercentile(99) <= GOAL_MICROS);
      seen.put("smallest question p50, us", smallest.getValueAtPercentile(50));
      seen.put("smallest question p99, us", smallest.getValueAtPercentile(99));
      seen.put("seed", terms.seed());
      seen.put("examples", broken.stream().limit(SHOWN).toList());
      seen.put(BROKEN, broken.size());
      return seen;
    }

    private record Timed(HttpResponse<String> response, long micros) {}

    private Timed timed(Role role, String body) throws IOException, InterruptedException {
      var request =
          HttpRequest.newBuilder(endpoint)
              .timeout(Duration.ofSeconds(60))
              .header("Authorization", "Bearer " + tokens.get(role))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      var begun = System.nanoTime();
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Timed(response, (System.nanoTime() - begun) / 1_000);
    }

    private void ask(Question question) throws IOException, InterruptedException {
      var timed = timed(question.role(), question.body());
      var text = timed.response().body();
      var before = broken.size();
      if (timed.response().statusCode() >= 500) {
        broken.add("status " + timed.response().statusCode());
      }
      if (TRACE.matcher(text).find()) {
        broken.add("a trace of Java");
      }
      try {
        check(question, JSON.readTree(text), timed.micros());
      } catch (JacksonException e) {
        broken.add("no JSON");
      }
      if (broken.size() > before) {
        var last = broken.removeLast();
        broken.add(last + ": " + question.role() + " " + question.body() + " -> " + text);
      }
    }

    private void check(Question question, JsonNode answer, long micros) {
      var errors = answer.path("errors");
      for (var error : errors) {
        var code = error.path("extensions").path("code").asString("none");
        codes.merge(code, 1, Integer::sum);
        if (code.equals("none") || code.equals("INTERNAL")) {
          broken.add("an error with the code " + code);
        }
      }
      var data = answer.path("data");
      if (data.isObject()) {
        answered++;
        if (question.document() != null) {
          broken.addAll(rights.breaches(question.role(), question.document(), data));
        }
      } else if (!errors.isEmpty()) {
        refusals.recordValue(micros);
      }
    }
  }

  private static final class Quiet implements DemoListener {
    @Override
    public void begins(String part) {}

    @Override
    public void progresses(DemoProgress progress) {}

    @Override
    public void refused(Refusal refusal) {}
  }
}
