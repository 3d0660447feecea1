package io.throughline.command.erp;

import io.throughline.command.platform.Answer;
import io.throughline.command.platform.http.Outcome.Replied;
import io.throughline.kernel.LineId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Condition;
import io.throughline.kernel.fulfilment.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * NetSuite's error bodies: {@code o:errorDetails} with a detail, a code and the path of the field.
 */
final class NetSuiteProblem {
  static final String DUPLICATE = "DUP_RCRD";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern PLACE = Pattern.compile("item\\.items\\[(\\d{1,6})]");
  private static final int LONGEST = 2000;

  private NetSuiteProblem() {}

  /** Not now, whatever is asked for. */
  static <T> Answer.Busy<T> busy(Replied reply) {
    return new Answer.Busy<>(
        reply.status() + " " + shortened(reply.body()),
        reply.retryAfter(),
        NetSuiteCauses.ofBusy(reply.status(), reply.body()));
  }

  /** What passes by itself is not refused for good: it is tried anew. */
  static <T> Answer<T> refusal(Replied reply) {
    var refused = NetSuiteProblem.<T>refusal(reply.body());
    return refused.findings().stream()
        .map(Finding::cause)
        .filter(NetSuiteCauses::passes)
        .findFirst()
        .<Answer<T>>map(it -> new Answer.Busy<>(refused.answer(), reply.retryAfter(), it))
        .orElse(refused);
  }

  private static <T> Answer.Refused<T> refusal(String body) {
    var findings = new ArrayList<Finding>();
    for (var detail : details(body)) {
      var path = detail.path("o:errorPath").asString("");
      var code = detail.path("o:errorCode").asString("");
      var words = detail.path("detail").asString("NetSuite gives no reason.");
      findings.add(
          Finding.of(
              NetSuiteCauses.of(code, path, words),
              null,
              words,
              Map.of(Condition.FIELD, path, Condition.CODE, code, Condition.ANSWER, words)));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.of(Cause.ERP_REFUSED, null, "NetSuite refused the request.", Map.of()));
    }
    return new Answer.Refused<>(List.copyOf(findings), shortened(body));
  }

  /**
   * Names the order lines that a refusal points at by their place: {@code item.items[2].item}.
   *
   * @param lines whose line stands at each place
   */
  static <T> Answer<T> aboutLines(Answer<T> answer, List<LineId> lines) {
    return answer instanceof Answer.Refused<T>(var findings, var words)
        ? new Answer.Refused<>(
            findings.stream().map(finding -> aboutLine(finding, lines)).toList(), words)
        : answer;
  }

  private static Finding aboutLine(Finding finding, List<LineId> lines) {
    var place = PLACE.matcher(finding.values().getOrDefault(Condition.FIELD.named(), ""));
    if (!place.lookingAt()) {
      return finding;
    }
    var index = Integer.parseInt(place.group(1));
    return index < lines.size() ? finding.at(lines.get(index)) : finding;
  }

  static boolean isDuplicate(List<Finding> findings) {
    return findings.stream()
        .anyMatch(finding -> DUPLICATE.equals(finding.values().get(Condition.CODE.named())));
  }

  private static JsonNode details(String body) {
    try {
      return JSON.readTree(body).path("o:errorDetails");
    } catch (JacksonException e) {
      return JSON.createArrayNode();
    }
  }

  static String shortened(String body) {
    return body.length() <= LONGEST ? body : body.substring(0, LONGEST);
  }
}
