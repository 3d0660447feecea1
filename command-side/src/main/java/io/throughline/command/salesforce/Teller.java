package io.throughline.command.salesforce;

import io.throughline.command.eventstore.ClusterLock;
import io.throughline.command.eventstore.ClusterSingleton;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.platform.budget.CallScope;
import io.throughline.command.platform.budget.Lane;
import io.throughline.command.salesforce.PubSubClient.Broken;
import io.throughline.command.salesforce.SalesforceClient.RecordResult;
import io.throughline.command.salesforce.TakenIntents.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells the org what became of intents, how far orders are and what customers say now, on one node
 * at a time: as many records in a call as there may be, one call after the other, so each record's
 * news come in order. Upserts go by external id and carry a version, so one whose outcome is not
 * known is sent again.
 */
final class Teller extends ClusterSingleton {
  private static final Logger log = LoggerFactory.getLogger(Teller.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration ROW_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int LONGEST_DETAIL = 255;

  /** The record has a later version: an earlier call was carried out after all. */
  private static final String VALIDATION = "FIELD_CUSTOM_VALIDATION_EXCEPTION";

  private final SalesforceClient client;
  private final PubSubClient pubSub;
  private final TakenIntents intents;
  private final OrderStatuses orders;
  private final CustomerTeller customers;
  private final SalesforceProperties properties;
  private Duration pause = LOOK;

  Teller(
      SalesforceClient client,
      PubSubClient pubSub,
      TakenIntents intents,
      OrderStatuses orders,
      CustomerTeller customers,
      DataSource dataSource,
      SalesforceProperties properties) {
    super("salesforce-teller", ClusterLock.Work.TELLING_THE_CRM, dataSource);
    this.client = client;
    this.pubSub = pubSub;
    this.intents = intents;
    this.orders = orders;
    this.customers = customers;
    this.properties = properties;
  }

  @Override
  protected void work(ClusterLock lock) throws SQLException {
    while (isRunning()) {
      CallScope.within(Lane.WORKFLOW, this::tell);
      lock.check();
    }
  }

  @Override
  protected Duration failed(Exception e) {
    log.warn("Telling Salesforce pauses and is tried again: {}", e.toString());
    log.debug("What went wrong", e);
    return LOOK;
  }

  /** One round; a pause where there was nothing more to tell, or nobody listens. */
  private boolean tell() {
    var next = properties.tell();
    try {
      var told = outcomes() + statuses() + events();
      var customersTold = customers.tell();
      pause = LOOK;
      if (told >= SalesforceClient.MOST_RECORDS || customersTold >= CustomerTeller.MOST_CUSTOMERS) {
        return true;
      }
    } catch (NotNow e) {
      log.warn("Salesforce is told again in {}: {}", e.after == null ? pause : e.after, e.why);
      next = e.after == null ? pause : e.after;
      pause = doubled(pause);
    }
    pause(next);
    return true;
  }

  private static Duration doubled(Duration before) {
    var doubled = before.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private int outcomes() {
    var untold = intents.untold(SalesforceClient.MOST_RECORDS);
    var told = new ArrayList<String>();
    send(
        IntentRecord.TYPE,
        IntentRecord.EXTERNAL_ID,
        untold.stream().map(this::record).toList(),
        (number, result) -> {
          var id = untold.get(number).intentId();
          switch (result) {
            case RecordResult.Saved _ -> told.add(id);
            case RecordResult.Later _ -> intents.tellLater(id, Instant.now().plus(ROW_PAUSE));
            case RecordResult.Refused(_, var reason) -> {
              log.error("Salesforce does not take what became of the intent {}: {}", id, reason);
              intents.complain(id, reason);
            }
          }
        });
    intents.told(told);
    return untold.size();
  }

  private ObjectNode record(Outcome outcome) {
    var record = client.record(IntentRecord.TYPE);
    record.put(IntentRecord.EXTERNAL_ID, outcome.intentId());
    record.put("Status__c", outcome.state().equals("TAKEN") ? "Taken" : "Refused");
    record.put("Status_Detail__c", cut(outcome.detail()));
    record.put("Attempts__c", outcome.attempts());
    record.put("Taken_At__c", outcome.takenAt().toString());
    return record;
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null || text.length() <= LONGEST_DETAIL
        ? text
        : text.substring(0, LONGEST_DETAIL - 1) + "…";
  }

  private int statuses() {
    var unsaved = orders.unsaved(SalesforceClient.MOST_RECORDS);
    var saved = new ArrayList<OrderStatusRecord>();
    send(
        OrderStatusRecord.TYPE,
        OrderStatusRecord.EXTERNAL_ID,
        unsaved.stream().map(it -> it.into(client.record(OrderStatusRecord.TYPE))).toList(),
        (number, result) -> {
          var record = unsaved.get(number);
          switch (result) {
            case RecordResult.Saved _ -> saved.add(record);
            case RecordResult.Later _ ->
                orders.later(record.orderId(), Instant.now().plus(ROW_PAUSE));
            case RecordResult.Refused(var code, var reason) when code.equals(VALIDATION) -> {
              log.info("{} has a later version already: {}", record.orderId(), reason);
              saved.add(record);
            }
            case RecordResult.Refused(_, var reason) -> {
              log.error("Salesforce does not take the status of {}: {}", record.orderId(), reason);
              orders.complain(record.orderId(), reason);
            }
          }
        });
    orders.saved(saved);
    return unsaved.size();
  }

  private void send(
      String type,
      String externalId,
      List<ObjectNode> records,
      BiConsumer<Integer, RecordResult> whatCameOfIt) {
    if (records.isEmpty()) {
      return;
    }
    var results = NotNow.unlessDone(client.upsert(type, externalId, records));
    for (var i = 0; i < results.size(); i++) {
      whatCameOfIt.accept(i, results.get(i));
    }
  }

  /** For screens that are open; published more than once it does no harm, for it has a version. */
  private int events() {
    var unpublished = orders.unpublished(PubSubClient.MOST_PUBLISHED);
    if (unpublished.isEmpty()) {
      return 0;
    }
    try {
      var refusals =
          pubSub.publish(
              OrderStatusRecord.TOPIC, unpublished.stream().map(OrderStatusRecord::event).toList());
      var published = new ArrayList<OrderStatusRecord>();
      for (var i = 0; i < refusals.size(); i++) {
        var refusal = refusals.get(i);
        var record = unpublished.get(i);
        if (refusal == null) {
          published.add(record);
        } else {
          log.warn("The event of {} was not published: {}", record.orderId(), refusal);
          orders.later(record.orderId(), Instant.now().plus(ROW_PAUSE));
        }
      }
      orders.published(published);
      return unpublished.size();
    } catch (Broken | CallHeld e) {
      throw new NotNow(String.valueOf(e.getMessage()), null);
    }
  }
}
