package io.throughline.simulators.netsuite;

import io.throughline.simulators.Call;
import io.throughline.simulators.Reply;
import io.throughline.simulators.SimulatedSystem;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The account over HTTP: SuiteTalk REST web services. */
public final class NetSuiteApi implements SimulatedSystem, AutoCloseable {
  public static final String ROOT = "/services/rest/";
  private static final String RECORDS = "/services/rest/record/v1/";
  private static final Pattern RECORD = Pattern.compile(RECORDS + "(\\w+)/([^/!]+)");
  private static final Pattern TRANSFORM =
      Pattern.compile(RECORDS + "(\\w+)/([^/!]+)/!transform/(\\w+)");
  private static final String QUERIES = "/services/rest/query/v1/suiteql";
  private static final String RESOURCE = "application/vnd.oracle.resource+json; type=singular";
  private static final int LARGEST_PAGE = 1000;

  private final JsonMapper json = JsonMapper.builder().build();
  private final NetSuite account;
  private final TokenEndpoint tokens;
  private final Jobs jobs = new Jobs(this::carriedOut);
  private final int permits;

  /**
   * @param permits the account's concurrency limit
   */
  public NetSuiteApi(NetSuite account, TokenEndpoint tokens, int permits) {
    this.account = account;
    this.tokens = tokens;
    this.permits = permits;
  }

  @Override
  public int permits() {
    return permits;
  }

  @Override
  public Reply tooMany() {
    return Problem.tooMany().reply();
  }

  @Override
  public Reply broken() {
    return Problem.broken().reply();
  }

  @Override
  public Reply maintained() {
    return NetSuiteRefusal.MAINTENANCE.reply();
  }

  @Override
  public Reply answer(Call call) {
    try {
      tokens.require(call);
      if (Jobs.isAbout(call)) {
        return jobs.show(call);
      }
      return Jobs.isWanted(call) ? jobs.submit(call) : carriedOut(call);
    } catch (Problem problem) {
      return problem.reply();
    }
  }

  private Reply carriedOut(Call call) {
    try {
      return route(call);
    } catch (Problem problem) {
      return problem.reply();
    } catch (JacksonException e) {
      return Problem.invalid("", "The request body is not valid JSON.").reply();
    }
  }

  private Reply route(Call call) {
    if (call.path().equals(QUERIES) && call.method().equals("POST")) {
      return query(call);
    }
    var transform = TRANSFORM.matcher(call.path());
    if (transform.matches() && call.method().equals("POST")) {
      return transform(
          transform.group(1), transform.group(2), transform.group(3), new RequestBody(body(call)));
    }
    var record = RECORD.matcher(call.path());
    if (record.matches()) {
      return record(call, record.group(1), record.group(2));
    }
    throw Problem.unknown(call.path());
  }

  private JsonNode body(Call call) {
    return json.readTree(call.body());
  }

  private Reply record(Call call, String type, String id) {
    return switch (call.method() + " " + type) {
      case "PUT customer" -> {
        var fields = new RequestBody(body(call)).fields();
        yield Reply.at(RECORDS + "customer/" + account.putCustomer(externalId(id), fields));
      }
      case "PUT salesOrder" -> {
        var terms = new RequestBody(body(call)).orderTerms(externalId(id));
        yield Reply.at(RECORDS + "salesOrder/" + account.bookOrder(externalId(id), terms));
      }
      case "PUT invoice" -> Reply.at(RECORDS + "invoice/" + billed(call, id, false));
      case "PUT creditMemo" -> Reply.at(RECORDS + "creditMemo/" + billed(call, id, true));
      case "PATCH customer" -> {
        account.linkCustomer(id, new RequestBody(body(call)).externalId());
        yield Reply.at(RECORDS + "customer/" + id);
      }
      case "PATCH salesOrder" -> {
        var asked = new RequestBody(body(call)).depositAsked();
        if (asked.isPresent()) {
          account.deposits().ask(id, asked.get());
        } else {
          account.closeLines(id, closing(call, id));
        }
        yield Reply.at(RECORDS + "salesOrder/" + id);
      }
      case "PUT customerRefund" -> {
        var terms = new RequestBody(body(call)).refundTerms();
        yield Reply.at(
            RECORDS + "customerRefund/" + account.returns().refund(externalId(id), terms));
      }
      case "PUT customerDeposit" -> {
        var body = new RequestBody(body(call));
        yield Reply.at(
            RECORDS
                + "customerDeposit/"
                + account
                    .deposits()
                    .take(externalId(id), body.depositOrder(), body.depositAmount()));
      }
      case "PATCH returnAuthorization" -> {
        var _ = new RequestBody(body(call)).closedLines();
        account.returns().closeReturn(id);
        yield Reply.at(RECORDS + "returnAuthorization/" + id);
      }
      case "PATCH creditMemo" -> {
        var body = new RequestBody(body(call));
        account.returns().applyCredit(id, body.creditedInvoice(), body.appliedAmount());
        yield Reply.at(RECORDS + "creditMemo/" + id);
      }
      case "GET returnAuthorization",
          "GET itemReceipt",
          "GET customerRefund",
          "GET creditMemo",
          "GET customerDeposit",
          "GET depositApplication" ->
          resource(account.read(state -> AfterSalesJson.of(type, id, state)));
      case "GET customer" ->
          resource(account.read(state -> RecordJson.customer(state.customers.require(id), state)));
      case "GET salesOrder" ->
          resource(account.read(state -> RecordJson.salesOrder(state.orders.require(id))));
      case "GET invoice" -> resource(account.read(state -> invoice(id, state)));
      case "GET itemFulfillment" ->
          resource(account.read(state -> RecordJson.fulfilment(state.fulfilments.require(id))));
      default -> throw Problem.notAllowed(call.method() + " " + type);
    };
  }

  private String billed(Call call, String id, boolean isCredit) {
    var terms = new RequestBody(body(call)).serviceTerms();
    return isCredit
        ? account.returns().creditService(externalId(id), terms)
        : account.billService(externalId(id), terms);
  }

  /** Of a sales order, or of its own. */
  private static JsonNode invoice(String id, AccountState state) {
    return state.serviceInvoices.holds(id)
        ? RecordJson.bill(state.serviceInvoices.require(id))
        : RecordJson.invoice(state.invoices.require(id));
  }

  private List<String> closing(Call call, String order) {
    var numbers = new RequestBody(body(call)).closedLines();
    return account.read(
        state -> {
          var lines = state.orders.require(order).lines;
          return numbers.stream().map(number -> RecordJson.lineOf(number, lines).key).toList();
        });
  }

  private static String externalId(String id) {
    if (!id.startsWith("eid:")) {
      throw Problem.notAllowed("PUT by an internal id");
    }
    return id.substring("eid:".length());
  }

  private Reply transform(String from, String id, String into, RequestBody body) {
    var as = body.externalId();
    var made =
        switch (from + " " + into) {
          case "salesOrder itemFulfillment" -> account.fulfil(id, as, body.quantities());
          case "salesOrder invoice" -> account.invoice(id, as, body.quantities());
          case "salesOrder returnAuthorization" ->
              account.returns().authorizeReturn(id, as, body.quantities());
          case "returnAuthorization itemReceipt" ->
              account.returns().receive(id, as, body.quantities());
          case "returnAuthorization creditMemo" ->
              account.returns().credit(id, as, body.quantities());
          case "customerDeposit depositApplication" ->
              account.deposits().apply(id, as, body.appliedTo(), body.appliedAmount());
          default -> throw Problem.unknown("transform " + from + " into " + into);
        };
    return Reply.at(RECORDS + into + "/" + made);
  }

  private Reply query(Call call) {
    if (!call.header("prefer").orElse("").contains("transient")) {
      throw Problem.query("The required request header 'Prefer: transient' is missing.");
    }
    var text = body(call).path("q").asString("");
    var limit = Math.min(number(call, "limit", LARGEST_PAGE), LARGEST_PAGE);
    var offset = number(call, "offset", 0);
    var changes = ChangesQl.parse(text);
    var rows =
        changes.isPresent()
            ? account.read(changes.get()::run)
            : account.read(state -> SuiteQlTables.run(SuiteQl.parse(text), state));
    var page = rows.stream().skip(offset).limit(limit).toList();
    var answer = json.createObjectNode();
    answer.put("count", page.size());
    answer.put("hasMore", offset + page.size() < rows.size());
    answer.put("offset", offset);
    answer.put("totalResults", rows.size());
    answer.set("items", json.valueToTree(page));
    return resource(answer);
  }

  private static int number(Call call, String name, int otherwise) {
    var text = call.query().getOrDefault(name, Integer.toString(otherwise));
    if (!text.matches("\\d{1,6}")) {
      throw Problem.query("The parameter " + name + " must be a number, not '" + text + "'.");
    }
    return Integer.parseInt(text);
  }

  private static Reply resource(JsonNode node) {
    return new Reply(200, Map.of(), RESOURCE, node.toString());
  }

  /** Requests that were asked for as jobs wait from now on, or go on. */
  public void holdJobs(boolean isHeld) {
    jobs.hold(isHeld);
  }

  /** How many requests were asked for as jobs. */
  public int jobs() {
    return jobs.count();
  }

  @Override
  public void close() {
    jobs.close();
  }

  /** The account's books, for tests and people. */
  public JsonNode books() {
    return account.read(AccountBooks::of);
  }
}
