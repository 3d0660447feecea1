package io.throughline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code deploy/dashboards} asks for, against what the running applications tell. */
public final class Dashboards {
  private static final Path FOLDER = Path.of("..", "dashboards");
  private static final Pattern METRIC = Pattern.compile("\\b(throughline_[a-z_]+)(\\{[^}]*})?");
  private static final Pattern LABELS = Pattern.compile("\\bby \\(([a-z, ]+)\\)");
  private static final Pattern TOLD = Pattern.compile("(?m)^(throughline_[a-z_]+)(?:\\{(.*)})? ");

  private Dashboards() {}

  /** Every metric of every panel is there, with each label that the panel goes by. */
  public static void areFed(LocalRun run) throws Exception {
    var told = new HashSet<String>();
    for (var application : List.of(run.addresses().command(), run.addresses().query())) {
      tell(scrape(application), told);
    }
    var asked = new ArrayList<String>();
    try (var files = Files.list(FOLDER)) {
      for (var file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
        var dashboard = JsonMapper.shared().readTree(Files.readString(file));
        expressions(dashboard, asked);
      }
    }
    assertThat(asked).isNotEmpty();
    for (var expression : asked) {
      assertThat(told).as(expression).containsAll(wanted(expression));
    }
  }

  private static String scrape(URI application) throws Exception {
    var request = HttpRequest.newBuilder(application.resolve("/actuator/prometheus")).build();
    try (var http = HttpClient.newHttpClient()) {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body();
    }
  }

  /** A metric, and a metric with each of its labels. */
  private static void tell(String scraped, Set<String> into) {
    var lines = TOLD.matcher(scraped);
    while (lines.find()) {
      into.add(lines.group(1));
      if (lines.group(2) != null) {
        for (var label : lines.group(2).split(",")) {
          into.add(lines.group(1) + " by " + label.replaceFirst("=.*", ""));
        }
      }
    }
  }

  private static Set<String> wanted(String expression) {
    var labels = new HashSet<String>();
    var by = LABELS.matcher(expression);
    while (by.find()) {
      labels.addAll(List.of(by.group(1).split(", *")));
    }
    var wanted = new HashSet<String>();
    var metrics = METRIC.matcher(expression);
    while (metrics.find()) {
      var name = metrics.group(1);
      wanted.add(name);
      labels.forEach(label -> wanted.add(name + " by " + label));
    }
    assertThat(wanted).as(expression).isNotEmpty();
    return wanted;
  }

  private static void expressions(JsonNode node, List<String> into) {
    if (node.path("expr").isString()) {
      into.add(node.path("expr").asString());
    }
    node.forEach(it -> expressions(it, into));
  }
}
