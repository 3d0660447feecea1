package io.throughline.simulators.salesforce;

import io.throughline.simulators.Call;
import io.throughline.simulators.Reply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** SOQL over REST: a query's rows are kept until the last page of them is read. */
final class OrgQueries {
  private static final int SMALLEST_PAGE = 200;
  private static final int LARGEST_PAGE = 2000;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Org org;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();

  private record Page(List<Map<String, @Nullable String>> rows, String object, int size) {}

  OrgQueries(Org org) {
    this.org = org;
  }

  Reply begin(Call call) {
    var query = Soql.parse(call.query().getOrDefault("q", ""));
    var size =
        call.header("sforce-query-options")
            .filter(it -> it.matches("batchSize=\\d{1,4}"))
            .map(it -> Integer.parseInt(it.substring("batchSize=".length())))
            .map(it -> Math.clamp(it, SMALLEST_PAGE, LARGEST_PAGE))
            .orElse(LARGEST_PAGE);
    var rows = org.read(query.object(), query::run);
    return answer(new Page(rows, query.object(), size), UUID.randomUUID().toString(), 0);
  }

  /**
   * @param locator as the page before named it
   */
  Reply next(String locator) {
    var name = locator.replaceFirst("-\\d+$", "");
    var page = pages.get(name);
    if (page == null) {
      throw OrgRefusal.query("invalid query locator");
    }
    return answer(page, name, Integer.parseInt(locator.substring(name.length() + 1)));
  }

  private Reply answer(Page page, String name, int from) {
    var rows = page.rows();
    var end = Math.min(rows.size(), from + page.size());
    var answer = json.createObjectNode();
    answer.put("totalSize", rows.size());
    answer.put("done", end == rows.size());
    if (end < rows.size()) {
      pages.put(name, page);
      answer.put("nextRecordsUrl", OrgApi.ROOT + "v64.0/query/" + name + "-" + end);
    } else {
      pages.remove(name);
    }
    var records = answer.putArray("records");
    for (var row : rows.subList(from, end)) {
      var record = records.addObject();
      record.putObject("attributes").put("type", page.object());
      row.forEach((field, value) -> record.put(field, value));
    }
    return Reply.json(200, answer.toString());
  }
}
