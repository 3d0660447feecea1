package io.throughline.command.salesforce;

import io.throughline.command.intents.Decision;
import io.throughline.command.intents.Intent;
import io.throughline.command.intents.IntentDesk;
import io.throughline.command.salesforce.EventTopic.AskedInVain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads intents from the org's records and has them decided: several orders side by side, each
 * order's intents one after the other. What came of them is committed before this returns.
 */
final class Intents {
  static final String CHANNEL = "salesforce";

  /** Of the ids in one query: a request's address may have 16,000 characters. */
  private static final int MOST_CHARACTERS = 6_000;

  private static final int AT_A_TIME = 16;
  private static final int MOST_DUE = 100;

  private final SalesforceClient client;
  private final IntentDesk desk;
  private final TakenIntents taken;
  private final TransactionTemplate transaction;

  Intents(
      SalesforceClient client,
      IntentDesk desk,
      TakenIntents taken,
      TransactionTemplate transaction) {
    this.client = client;
    this.desk = desk;
    this.taken = taken;
    this.transaction = transaction;
  }

  /**
   * @throws AskedInVain if the org does not give the records now
   */
  void take(Collection<String> ids) throws AskedInVain {
    var wanted = new LinkedHashSet<>(ids);
    wanted.removeAll(taken.decided(wanted));
    for (var some : portions(wanted)) {
      var names = some.stream().map(SalesforceClient::quoted).toList();
      var records =
          read(" where Intent_Id__c in (" + String.join(",", names) + ")" + IntentRecord.ORDER);
      decide(records, false);
      records.forEach(it -> some.remove(it.intent().id()));
      some.forEach(id -> taken.await(id, "", "The org has no record of it."));
    }
  }

  /** All that nobody has decided, whether an event told of them or not. */
  void sweep() throws AskedInVain {
    AskedInVain.unless(
        client.query(
            IntentRecord.FIELDS
                + " where Status__c = "
                + SalesforceClient.quoted(IntentRecord.PENDING)
                + IntentRecord.ORDER,
            page -> decide(page.stream().map(IntentRecord::of).toList(), false)));
  }

  /** Waiting ones whose time has come. */
  void retry() throws AskedInVain {
    var due = taken.due(MOST_DUE);
    for (var some : portions(due)) {
      var names = some.stream().map(SalesforceClient::quoted).toList();
      var records =
          read(" where Intent_Id__c in (" + String.join(",", names) + ")" + IntentRecord.ORDER);
      decide(records, true);
      records.forEach(it -> some.remove(it.intent().id()));
      some.forEach(id -> taken.await(id, "", "The org has no record of it."));
    }
  }

  private List<IntentRecord> read(String where) throws AskedInVain {
    var records = new ArrayList<IntentRecord>();
    AskedInVain.unless(
        client.query(
            IntentRecord.FIELDS + where,
            page -> page.stream().map(IntentRecord::of).forEach(records::add)));
    return records;
  }

  private static List<LinkedHashSet<String>> portions(Collection<String> ids) {
    var portions = new ArrayList<LinkedHashSet<String>>();
    var characters = MOST_CHARACTERS;
    for (var id : ids) {
      characters += id.length() + 3;
      if (characters > MOST_CHARACTERS) {
        portions.add(new LinkedHashSet<>());
        characters = id.length() + 3;
      }
      portions.getLast().add(id);
    }
    return portions;
  }

  /** Decides intents that were pushed, as Outbound Messages push them. */
  List<Decision> decideAll(List<Intent> intents) {
    var records = intents.stream().map(it -> new IntentRecord(it, IntentRecord.PENDING)).toList();
    return decide(records, false);
  }

  /**
   * @param again whether they waited: those are not held up by themselves
   * @return in the records' order
   */
  private List<Decision> decide(List<IntentRecord> records, boolean again) {
    var known = taken.decided(records.stream().map(it -> it.intent().id()).toList());
    var held =
        again
            ? Set.<String>of()
            : taken.waitedFor(records.stream().map(it -> it.intent().orderNumber()).toList());
    var byOrder = new LinkedHashMap<String, List<Intent>>();
    for (var record : records) {
      if (record.isPending() && !known.contains(record.intent().id())) {
        byOrder
            .computeIfAbsent(record.intent().orderNumber(), _ -> new ArrayList<>())
            .add(record.intent());
      }
    }
    var turns = new Semaphore(AT_A_TIME);
    var decisions = new HashMap<String, Decision>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var orders = new ArrayList<Future<List<Decision>>>();
      for (var intents : byOrder.values()) {
        turns.acquireUninterruptibly();
        orders.add(
            threads.submit(
                () -> {
                  try {
                    return inTurn(intents, held.contains(intents.getFirst().orderNumber()));
                  } finally {
                    turns.release();
                  }
                }));
      }
      var each = orders.iterator();
      for (var intents : byOrder.values()) {
        var decided = each.next().get();
        for (var i = 0; i < intents.size(); i++) {
          decisions.put(intents.get(i).id(), decided.get(i));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while deciding intents.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    transaction.executeWithoutResult(
        _ ->
            byOrder
                .values()
                .forEach(
                    intents ->
                        intents.forEach(
                            intent -> {
                              var decision = decisions.get(intent.id());
                              if (decision != null) {
                                taken.decided(intent, decision);
                              }
                            })));
    return records.stream()
        .map(it -> decisions.getOrDefault(it.intent().id(), new Decision.Taken()))
        .toList();
  }

  /** After one that is unclear the order's next ones wait: they may rest on it. */
  private List<Decision> inTurn(List<Intent> intents, boolean isHeld) {
    var decisions = new ArrayList<Decision>();
    var waits = isHeld;
    for (var intent : intents) {
      var decision =
          waits
              ? new Decision.Unclear("An earlier intent of this order waits.")
              : desk.decide(CHANNEL, intent);
      waits = decision instanceof Decision.Unclear;
      decisions.add(decision);
    }
    return decisions;
  }
}
