package io.throughline.simulators.netsuite;

import io.throughline.simulators.Call;
import io.throughline.simulators.Reply;
import io.throughline.simulators.SimulatorSettings.ErpClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The account over HTTP: SuiteTalk REST web services. */
public final class NetSuiteApi {
  public static final String ROOT = "/services/rest/";
  private static final String RECORDS = "/services/rest/record/v1/";
  private static final Pattern RECORD = Pattern.compile(RECORDS + "(\\w+)/([^/!]+)");
  private static final Pattern TRANSFORM =
      Pattern.compile(RECORDS + "salesOrder/([^/!]+)/!transform/(\\w+)");
  private static final String QUERIES = "/services/rest/query/v1/suiteql";
  private static final String PROBLEM = "application/vnd.oracle.resource+json; type=error";
  private static final String RESOURCE = "application/vnd.oracle.resource+json; type=singular";

  private final JsonMapper json = JsonMapper.builder().build();
  private final NetSuite account;
  private final Tokens tokens;
  private final Semaphore permits;

  public NetSuiteApi(NetSuite account, List<ErpClient> clients, int permits) {
    this.account = account;
    this.tokens = new Tokens(clients);
    this.permits = new Semaphore(permits);
  }

  public Reply answer(Call call) {
    try {
      if (call.path().equals(Tokens.PATH)) {
        return Reply.json(200, tokens.issue(call));
      }
      if (!permits.tryAcquire()) {
        throw Problem.tooMany();
      }
      try {
        tokens.require(call);
        return route(call);
      } finally {
        permits.release();
      }
    } catch (Problem problem) {
      return reply(problem);
    } catch (JacksonException e) {
      return reply(Problem.invalid("", "The request body is not valid JSON."));
    }
  }

  private Reply route(Call call) {
    if (call.path().equals(QUERIES) && call.method().equals("POST")) {
      return query(call);
    }
    var transform = TRANSFORM.matcher(call.path());
    if (transform.matches() && call.method().equals("POST")) {
      return transform(transform, json.readTree(call.body()));
    }
    var record = RECORD.matcher(call.path());
    if (record.matches()) {
      return record(call, record.group(1), record.group(2));
    }
    throw Problem.unknown(call.path());
  }

  private Reply record(Call call, String type, String id) {
    return switch (call.method() + " " + type) {
      case "PUT customer" ->
          Reply.at(RECORDS + "customer/" + putCustomer(eid(id), json.readTree(call.body())));
      case "PUT salesOrder" ->
          Reply.at(RECORDS + "salesOrder/" + bookOrder(eid(id), json.readTree(call.body())));
      case "PATCH salesOrder" -> {
        closeOrder(eid(id), json.readTree(call.body()));
        yield Reply.at(RECORDS + "salesOrder/" + id);
      }
      case "GET salesOrder" ->
          resource(account.read(records -> salesOrder(found(records.orders(), id))));
      case "GET invoice" ->
          resource(account.read(records -> invoice(found(records.invoices(), id))));
      case "GET itemFulfillment" ->
          resource(account.read(records -> fulfilment(found(records.fulfilments(), id))));
      default -> throw Problem.unknown(call.method() + " " + call.path());
    };
  }

  private static <T> T found(Map<String, T> records, String id) {
    var record = records.get(eid(id));
    if (record == null) {
      throw Problem.unknown(id);
    }
    return record;
  }

  private static String eid(String id) {
    if (!id.startsWith("eid:")) {
      throw Problem.invalid("id", "This account is used by external ids: eid:….");
    }
    return id.substring("eid:".length());
  }

  private String putCustomer(String externalId, JsonNode body) {
    var fields = new LinkedHashMap<String, String>();
    body.properties()
        .forEach(
            field ->
                fields.put(
                    field.getKey(),
                    field.getValue().isValueNode()
                        ? field.getValue().asString()
                        : field.getValue().toString()));
    return account.putCustomer(externalId, fields);
  }

  private String bookOrder(String externalId, JsonNode body) {
    var lines = new ArrayList<Entry.OrderLine>();
    for (var line : body.path("item").path("items")) {
      lines.add(
          new Entry.OrderLine(
              line.path("custcol_line_id").asString(),
              reference(line.path("item")),
              line.path("quantity").asInt(),
              new BigDecimal(line.path("rate").asString()),
              new BigDecimal(line.path("custcol_discount").asString("0"))));
    }
    return account.bookOrder(
        externalId,
        reference(body.path("entity")),
        reference(body.path("currency")),
        reference(body.path("taxItem")),
        lines);
  }

  /** A reference to another record: by its external id or its name. */
  private static String reference(JsonNode node) {
    var externalId = node.path("externalId").asString("");
    return externalId.isEmpty() ? node.path("refName").asString("") : externalId;
  }

  private void closeOrder(String externalId, JsonNode body) {
    var closes = false;
    for (var line : body.path("item").path("items")) {
      closes |= line.path("isClosed").asBoolean();
    }
    if (!closes) {
      throw Problem.invalid("item.items", "Only closing lines is supported.");
    }
    account.closeOrder(externalId);
  }

  private Reply transform(Matcher path, JsonNode body) {
    var quantities = new LinkedHashMap<String, Integer>();
    for (var line : body.path("item").path("items")) {
      quantities.merge(
          line.path("custcol_line_id").asString(), line.path("quantity").asInt(), Integer::sum);
    }
    var externalId = body.path("externalId").asString("");
    return switch (path.group(2)) {
      case "itemFulfillment" ->
          Reply.at(
              RECORDS + "itemFulfillment/" + account.fulfil(path.group(1), externalId, quantities));
      case "invoice" ->
          Reply.at(RECORDS + "invoice/" + account.invoice(path.group(1), externalId, quantities));
      default -> throw Problem.unknown("transform " + path.group(2));
    };
  }

  private Reply query(Call call) {
    if (!call.header("prefer").orElse("").contains("transient")) {
      throw Problem.query("The header Prefer: transient is required.");
    }
    var limit = Math.min(Integer.parseInt(call.query().getOrDefault("limit", "1000")), 1000);
    var offset = Integer.parseInt(call.query().getOrDefault("offset", "0"));
    var rows =
        account.read(
            records -> SuiteQl.run(json.readTree(call.body()).path("q").asString(""), records));
    var page = rows.stream().skip(offset).limit(limit).toList();
    var answer = json.createObjectNode();
    answer.put("count", page.size());
    answer.put("hasMore", offset + page.size() < rows.size());
    answer.put("offset", offset);
    answer.put("totalResults", rows.size());
    answer.set("items", json.valueToTree(page));
    return resource(answer);
  }

  private JsonNode salesOrder(SalesOrder order) {
    var node = json.createObjectNode();
    node.put("id", order.internalId);
    node.put("tranId", order.number());
    node.put("externalId", order.externalId);
    node.put("subtotal", order.net());
    node.put("taxTotal", order.tax());
    node.putObject("status").put("id", order.status()).put("refName", order.status());
    var lines = node.putObject("item").putArray("items");
    var number = 0;
    for (var line : order.lines) {
      number = allocated(line, lines, number);
    }
    return node;
  }

  /**
   * A line whose stock comes from several locations stands there several times, once more for what
   * is back-ordered.
   */
  private static int allocated(SalesOrder.Line line, ArrayNode lines, int before) {
    var number = before;
    for (var location : line.committed.entrySet()) {
      var node = lines.addObject();
      node.put("line", ++number)
          .put("custcol_line_id", line.key)
          .put("quantity", location.getValue());
      node.put("quantityCommitted", location.getValue())
          .put("quantityBackOrdered", 0)
          .put("isClosed", line.closed);
      node.putObject("item").put("refName", line.itemId);
      node.putObject("inventoryLocation").put("refName", location.getKey());
    }
    if (line.backOrdered() > 0) {
      var node = lines.addObject();
      node.put("line", ++number)
          .put("custcol_line_id", line.key)
          .put("quantity", line.backOrdered());
      node.put("quantityCommitted", 0)
          .put("quantityBackOrdered", line.backOrdered())
          .put("isClosed", line.closed);
      node.putObject("item").put("refName", line.itemId);
    }
    return number;
  }

  private JsonNode invoice(Invoice invoice) {
    var node = json.createObjectNode();
    node.put("id", invoice.internalId());
    node.put("tranId", invoice.number());
    node.put("externalId", invoice.externalId());
    node.put("subtotal", invoice.net());
    node.put("taxTotal", invoice.tax());
    node.put("total", invoice.gross());
    node.put("amountPaid", invoice.paid());
    node.put("amountRemaining", invoice.gross().subtract(invoice.paid()));
    node.putObject("currency").put("refName", invoice.order().currency);
    var lines = node.putObject("item").putArray("items");
    invoice
        .quantities()
        .forEach(
            (key, quantity) ->
                lines.addObject().put("custcol_line_id", key).put("quantity", quantity));
    return node;
  }

  private JsonNode fulfilment(Entry.ItemsFulfilled fulfilled) {
    return json.createObjectNode()
        .put("id", fulfilled.externalId())
        .put("externalId", fulfilled.externalId());
  }

  private static Reply resource(JsonNode node) {
    return new Reply(200, Map.of(), RESOURCE, node.toString());
  }

  private Reply reply(Problem problem) {
    var body = json.createObjectNode();
    body.put("type", "about:blank").put("title", problem.title).put("status", problem.status);
    var detail = body.putArray("o:errorDetails").addObject();
    detail.put("detail", problem.getMessage()).put("o:errorCode", problem.code);
    if (!problem.path.isEmpty()) {
      detail.put("o:errorPath", problem.path);
    }
    var headers = problem.status == 429 ? Map.of("Retry-After", "1") : Map.<String, String>of();
    return new Reply(problem.status, headers, PROBLEM, body.toString());
  }

  /** The account's books, for tests and people. */
  public JsonNode books() {
    return account.read(
        records -> {
          var books = json.createObjectNode();
          var orders = books.putObject("salesOrders");
          records
              .orders()
              .values()
              .forEach(
                  order ->
                      orders
                          .putObject(order.externalId)
                          .put("id", order.internalId)
                          .put("status", order.status())
                          .put("currency", order.currency)
                          .put("net", order.net())
                          .put("tax", order.tax())
                          .put("billed", order.billed())
                          .set("quantities", json.valueToTree(order.quantities())));
          var fulfilments = books.putObject("itemFulfillments");
          records.fulfilments().forEach((id, it) -> fulfilments.put(id, it.order()));
          var invoices = books.putObject("invoices");
          records
              .invoices()
              .values()
              .forEach(
                  invoice ->
                      invoices
                          .putObject(invoice.externalId())
                          .put("id", invoice.internalId())
                          .put("order", invoice.order().externalId)
                          .put("net", invoice.net())
                          .put("tax", invoice.tax())
                          .put("paid", invoice.paid()));
          var stock = books.putObject("stock");
          records
              .items()
              .values()
              .forEach(item -> stock.set(item.id, json.valueToTree(item.available)));
          books.put("customers", records.customers().size());
          books.set("trialBalance", json.valueToTree(records.ledger().trialBalance()));
          return books;
        });
  }
}
