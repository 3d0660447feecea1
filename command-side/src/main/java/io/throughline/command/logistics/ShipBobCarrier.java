package io.throughline.command.logistics;

import io.throughline.command.platform.Answer;
import io.throughline.command.platform.http.Outcome;
import io.throughline.command.platform.http.Outcome.Lost;
import io.throughline.command.platform.http.Outcome.Replied;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Condition;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * ShipBob over its REST API (version 2026-07). A shipment is an order there, known by our shipment
 * id as its {@code reference_id}: it can be made only once, so a request may be repeated; one that
 * was taken before is refused as taken, and then read.
 */
final class ShipBobCarrier implements Carrier {
  static final String PROVIDER = "shipbob";

  private static final String NAME = "ShipBob";
  private static final int UNPROCESSABLE = 422;

  private final ShipBobClient client;
  private final ShipBobRequests requests;
  private final JsonMapper json = JsonMapper.builder().build();

  ShipBobCarrier(ShipBobClient client, ShipBobRequests requests) {
    this.client = client;
    this.requests = requests;
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public Answer<String> requestShipment(Consignment consignment) {
    var outcome = client.post("order", requests.order(consignment));
    return outcome instanceof Replied replied
            && replied.status() == UNPROCESSABLE
            && replied.body().contains("\"reference_id\"")
        ? taken(consignment.shipmentId(), replied)
        : id(outcome);
  }

  private Answer<String> taken(ShipmentId shipmentId, Replied refusal) {
    return find(shipmentId)
        .then(
            found ->
                found
                    .<Answer<String>>map(order -> new Answer.Done<>(Payload.text(order, "id")))
                    .orElse(refused(refusal)));
  }

  @Override
  public Answer<Cancellation> cancelShipment(ShipmentId shipmentId) {
    return find(shipmentId)
        .then(found -> found.map(this::cancel).orElse(new Answer.Done<>(Cancellation.CANCELLED)));
  }

  private Answer<Cancellation> cancel(JsonNode order) {
    var outcome = client.post("order/" + order.path("id").asString() + "/cancel", "{}");
    return outcome instanceof Replied replied && replied.status() == UNPROCESSABLE
        ? new Answer.Done<>(Cancellation.TOO_LATE)
        : answer(outcome).map(_ -> Cancellation.CANCELLED);
  }

  @Override
  public Answer<Hold> holdShipment(ShipmentId shipmentId) {
    return each(shipmentId, "shipment:bulkPlaceOnHold")
        .map(result -> result.filter(ShipBobCarrier::succeeded).isPresent())
        .map(held -> held ? Hold.HELD : Hold.TOO_LATE);
  }

  @Override
  public Answer<Boolean> releaseShipment(ShipmentId shipmentId) {
    return each(shipmentId, "shipment:bulkReleaseHold").map(Optional::isPresent);
  }

  /** The result of what was done to the shipment's part at ShipBob, if ShipBob knows it. */
  private Answer<Optional<JsonNode>> each(ShipmentId shipmentId, String action) {
    return find(shipmentId)
        .then(
            found ->
                found.isEmpty()
                    ? new Answer.Done<>(Optional.empty())
                    : answer(client.post(action, ids(found.get())))
                        .then(reply -> Payload.read(NAME, reply, ShipBobCarrier::result)));
  }

  private static Answer<Optional<JsonNode>> result(JsonNode body) {
    var result = body.path("results").path(0);
    if (!result.path("is_success").isBoolean()) {
      throw new IllegalArgumentException("it lacks a result.");
    }
    return new Answer.Done<>(Optional.of(result));
  }

  private String ids(JsonNode order) {
    var body = json.createObjectNode();
    var ids = body.putArray("shipment_ids");
    order.path("shipments").forEach(it -> ids.add(it.path("id")));
    return body.toString();
  }

  private static boolean succeeded(JsonNode result) {
    return result.path("is_success").asBoolean(false);
  }

  @Override
  public Answer<Optional<Tracking>> track(ShipmentId shipmentId) {
    return find(shipmentId)
        .then(
            found -> {
              try {
                return new Answer.Done<>(found.map(order -> ShipBobTracking.of(shipmentId, order)));
              } catch (IllegalArgumentException e) {
                return new Answer.Unknown<>(NAME + "'s answer makes no sense: " + e.getMessage());
              }
            });
  }

  @Override
  public Answer<String> expectReturn(ExpectedReturn expected) {
    return find(expected.original())
        .then(
            found ->
                found
                    .map(order -> id(client.post("return", requests.expected(expected, order))))
                    .orElseGet(() -> neverShipped(expected)));
  }

  @Override
  public Answer<Boolean> withdrawReturn(ReturnId returnId) {
    return findReturn(returnId)
        .then(found -> found.map(this::withdraw).orElse(new Answer.Done<>(false)));
  }

  private Answer<Boolean> withdraw(JsonNode back) {
    var outcome = client.post("return/" + back.path("id").asString() + "/cancel", "{}");
    return outcome instanceof Replied replied && replied.status() == UNPROCESSABLE
        ? new Answer.Done<>(true) // it has come: it will be told of
        : answer(outcome).map(_ -> true);
  }

  @Override
  public Answer<Optional<Progress>> trackReturn(ReturnId returnId) {
    return findReturn(returnId)
        .then(
            found -> {
              try {
                return new Answer.Done<>(found.map(ShipBobReturn::progress));
              } catch (IllegalArgumentException e) {
                return new Answer.Unknown<>(NAME + "'s answer makes no sense: " + e.getMessage());
              }
            });
  }

  private Answer<Optional<JsonNode>> findReturn(ReturnId returnId) {
    return answer(client.get("return?ReferenceIds=" + ShipBobClient.encoded(returnId.value())))
        .then(reply -> Payload.read(NAME, reply, ShipBobCarrier::first));
  }

  private static Answer<String> neverShipped(ExpectedReturn expected) {
    var message = NAME + " has no shipment " + expected.original() + " that could come back.";
    return new Answer.Refused<>(
        List.of(Finding.of(Cause.CARRIER_REFUSED, null, message, Map.of())), message);
  }

  private Answer<Optional<JsonNode>> find(ShipmentId shipmentId) {
    return answer(client.get("order?ReferenceIds=" + ShipBobClient.encoded(shipmentId.value())))
        .then(reply -> Payload.read(NAME, reply, ShipBobCarrier::first));
  }

  private static Answer<Optional<JsonNode>> first(JsonNode orders) {
    if (!orders.isArray()) {
      throw new IllegalArgumentException("it is no list.");
    }
    if (orders.isEmpty()) {
      return new Answer.Done<>(Optional.empty());
    }
    var order = orders.get(0);
    Payload.text(order, "id");
    return new Answer.Done<>(Optional.of(order));
  }

  private static Answer<String> id(Outcome outcome) {
    Function<JsonNode, Answer<String>> id = body -> new Answer.Done<>(Payload.text(body, "id"));
    return answer(outcome).then(reply -> Payload.read(NAME, reply, id));
  }

  private static Answer<Replied> answer(Outcome outcome) {
    return switch (outcome) {
      case Lost(var reason) -> new Answer.Unknown<>(reason);
      case Replied reply when reply.isSuccess() -> new Answer.Done<>(reply);
      case Replied reply
          when reply.status() == 429 || reply.status() >= 500 || reply.status() == 401 ->
          new Answer.Busy<>(
              reply.status() + " " + Payload.shortened(reply.body()),
              reply.retryAfter(),
              ShipBobRefusal.busy(reply.status()));
      case Replied reply -> refused(reply);
    };
  }

  /** ShipBob answers 422 with a list of messages for each field. */
  private static <T> Answer<T> refused(Replied reply) {
    var field = ShipBobRefusal.field(reply.body());
    var cause = ShipBobRefusal.cause(reply.status(), field, reply.body());
    var message = NAME + " refused the request: " + cause.summary() + ".";
    var words = Payload.shortened(reply.body());
    return new Answer.Refused<>(
        List.of(
            Finding.of(
                cause, null, message, Map.of(Condition.FIELD, field, Condition.ANSWER, words))),
        words);
  }
}
