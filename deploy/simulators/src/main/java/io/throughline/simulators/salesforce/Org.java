package io.throughline.simulators.salesforce;

import io.throughline.simulators.Journal;
import io.throughline.simulators.salesforce.OrgEntry.Change;
import io.throughline.simulators.salesforce.OrgEntry.Deleted;
import io.throughline.simulators.salesforce.OrgEntry.Published;
import io.throughline.simulators.salesforce.OrgEntry.Saved;
import io.throughline.simulators.salesforce.OrgSchema.SObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The org's records and what its triggers and rules make of them. Every change is an {@link
 * OrgEntry}, journalled before it is applied and before anybody is answered. Times are wall times,
 * as an org's are.
 */
public final class Org implements AutoCloseable {
  private static final int ID_DIGITS = 12;
  private static final String SALES_USER = "005000000000001AAA";

  private final JsonMapper json = JsonMapper.builder().build();
  private final Journal<OrgEntry> journal;
  private final Map<String, Map<String, Map<String, @Nullable String>>> records = new HashMap<>();
  private final Map<String, Map<String, String>> idsByExternalId = new HashMap<>();
  private final Map<String, Integer> saves = new TreeMap<>();
  private final Set<String> deleted = new HashSet<>();
  private final Bus bus = new Bus();
  private int transactions;

  Org(Path file) {
    this.journal = new Journal<>(file, OrgEntry.class);
    journal.replay(this::apply);
  }

  // what people and Apex do in the org

  /**
   * Makes an intent as the package's Apex does: the record, and the event that wakes us. One that
   * is there already stays as it is.
   *
   * @param kind {@code New Sale} …
   * @param payload JSON
   * @return whether it is new
   */
  public boolean intend(String intentId, String kind, String orderNumber, String payload) {
    synchronized (this) {
      if (find(OrgSchema.INTENT, "Intent_Id__c", intentId).isPresent()) {
        return false;
      }
      var fields = new LinkedHashMap<String, @Nullable String>();
      fields.put("Intent_Id__c", intentId);
      fields.put("Kind__c", kind);
      fields.put("Order_Number__c", orderNumber);
      fields.put("Payload__c", payload);
      fields.put("Status__c", "Pending");
      fields.put("CreatedById", SALES_USER);
      save(OrgSchema.INTENT, null, fields, SALES_USER, "");
    }
    publish(OrgSchema.INTENT_EVENT, Map.of("Intent_Id__c", intentId), SALES_USER);
    return true;
  }

  /** Makes or changes an account or a contact as a user does at a screen. */
  public String enter(String type, @Nullable String id, Map<String, @Nullable String> fields) {
    String saved;
    synchronized (this) {
      saved = save(type, id, fields, SALES_USER, "com/salesforce/api/ui");
    }
    bus.tell();
    return saved;
  }

  /** Throws a record away as a user does at a screen. */
  public void delete(String type, String id) {
    synchronized (this) {
      store(new Deleted(type, id, now()));
      changed(type, List.of(id), "DELETE", "com/salesforce/api/ui", List.of());
    }
    bus.tell();
  }

  /** Changes many records alike in one transaction: one change event names them all. */
  public void enterForAll(String type, List<String> ids, Map<String, @Nullable String> fields) {
    synchronized (this) {
      for (var id : ids) {
        store(new Saved(type, id, stamped(fields, SALES_USER, false), now()));
      }
      changed(type, ids, "UPDATE", "com/salesforce/api/ui", fields.keySet());
    }
    bus.tell();
  }

  /** Changes records without telling more than that there was a change (a gap event). */
  public void enterWithGap(String type, List<String> ids, Map<String, @Nullable String> fields) {
    synchronized (this) {
      for (var id : ids) {
        store(new Saved(type, id, stamped(fields, SALES_USER, false), now()));
      }
      changed(type, ids, "GAP_UPDATE", "", List.of());
    }
    bus.tell();
  }

  /** Changes so many at a time that the org tells only that it has lost count. */
  public void overflow(String type, List<String> ids, Map<String, @Nullable String> fields) {
    synchronized (this) {
      for (var id : ids) {
        store(new Saved(type, id, stamped(fields, SALES_USER, false), now()));
      }
      changed(type, List.of(prefix(type) + "*"), "GAP_OVERFLOW", "", List.of());
    }
    bus.tell();
  }

  /** As if the retention of the topic's events were over. */
  public void forgetEvents(String topic) {
    bus.forgetAll(topic);
  }

  // what the APIs do

  synchronized String save(
      String type,
      @Nullable String id,
      Map<String, @Nullable String> fields,
      String author,
      String origin) {
    var object = OrgSchema.object(type);
    fields.keySet().stream()
        .filter(field -> !OrgSchema.isField(object, field))
        .findFirst()
        .ifPresent(
            field -> {
              throw OrgRefusal.field(type, field);
            });
    var before = id == null ? null : records(type).get(id);
    if (id != null && before == null) {
      throw deleted.contains(id)
          ? OrgRefusal.deleted()
          : OrgRefusal.notFound("The requested resource does not exist");
    }
    validate(object, before, fields);
    var key = id == null ? newId(object) : id;
    store(new Saved(type, key, stamped(fields, author, before == null), now()));
    if (OrgSchema.isTracked(type)) {
      changed(type, List.of(key), before == null ? "CREATE" : "UPDATE", origin, fields.keySet());
    }
    return key;
  }

  /**
   * Changes a record if nobody has modified it since; seconds count, as in any date of HTTP.
   *
   * @param since null: whoever has
   */
  synchronized void update(
      String type,
      String id,
      Map<String, @Nullable String> fields,
      @Nullable Instant since,
      String author,
      String origin) {
    var record = records(type).get(id);
    var modified = record == null ? null : record.get("LastModifiedDate");
    if (since != null
        && modified != null
        && OrgTime.instant(modified).truncatedTo(ChronoUnit.SECONDS).isAfter(since)) {
      throw OrgRefusal.modified();
    }
    save(type, id, fields, author, origin);
  }

  /** The package's validation rules, and the fields' own. */
  private void validate(
      SObject object,
      @Nullable Map<String, @Nullable String> before,
      Map<String, @Nullable String> fields) {
    fields.forEach(
        (field, text) -> {
          if (text != null) {
            OrgSchema.requireShort(field, text);
          }
        });
    if (object.name().equals(OrgSchema.ORDER)) {
      var version = fields.get("Version__c");
      var prior = before == null ? null : before.get("Version__c");
      if (version != null && prior != null && Long.parseLong(version) < Long.parseLong(prior)) {
        throw OrgRefusal.rule("Version must not fall: this record has " + prior + ".");
      }
    }
  }

  synchronized Optional<String> find(String type, String externalId, String value) {
    var object = OrgSchema.object(type);
    if (!externalId.equals(object.externalId())) {
      throw OrgRefusal.notFound("Provided external ID field does not exist or is not accessible");
    }
    return Optional.ofNullable(idsByExternalId.getOrDefault(type, Map.of()).get(key(type, value)));
  }

  void publish(String event, Map<String, @Nullable String> fields, String author) {
    var known =
        OrgSchema.event(event)
            .orElseThrow(() -> OrgRefusal.notFound("The requested resource does not exist"));
    fields.keySet().stream()
        .filter(field -> !known.contains(field))
        .findFirst()
        .ifPresent(
            field -> {
              throw OrgRefusal.field(event, field);
            });
    var all = new LinkedHashMap<String, @Nullable String>(fields);
    all.put("CreatedById", author);
    synchronized (this) {
      store(new Published(OrgSchema.topicOf(event), all, null, now()));
    }
    bus.tell();
  }

  void tell() {
    bus.tell();
  }

  Bus bus() {
    return bus;
  }

  synchronized <T> T read(
      String type, Function<Collection<Map<String, @Nullable String>>, T> reader) {
    return reader.apply(records(type).values());
  }

  private void changed(
      String type,
      List<String> ids,
      String changeType,
      String origin,
      Collection<String> changedFields) {
    transactions++;
    var change =
        new Change(
            type,
            ids,
            changeType,
            origin,
            String.format(Locale.ROOT, "%08x-0000-0000-0000-000000000000", transactions),
            1,
            List.copyOf(changedFields));
    var told = new LinkedHashMap<String, @Nullable String>();
    var record = ids.size() == 1 ? records(type).get(ids.getFirst()) : null;
    if (record != null) {
      changedFields.forEach(field -> told.put(field, record.get(field)));
    }
    store(new Published(OrgSchema.changesOf(type), told, change, now()));
  }

  private static Map<String, @Nullable String> stamped(
      Map<String, @Nullable String> fields, String author, boolean isNew) {
    var stamped = new LinkedHashMap<String, @Nullable String>(fields);
    var now = OrgTime.text(now());
    if (isNew) {
      stamped.put("CreatedDate", now);
      stamped.putIfAbsent("CreatedById", author);
    }
    stamped.put("LastModifiedDate", now);
    stamped.put("SystemModstamp", now);
    return stamped;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String prefix(String type) {
    return OrgSchema.object(type).prefix();
  }

  private String newId(SObject object) {
    var number = records(object.name()).size() + deleted.size() + 1;
    return object.prefix() + ("%0" + ID_DIGITS + "d").formatted(number) + "AAA";
  }

  private Map<String, Map<String, @Nullable String>> records(String type) {
    return records.computeIfAbsent(type, _ -> new LinkedHashMap<>());
  }

  private void store(OrgEntry entry) {
    journal.append(entry);
    apply(entry);
  }

  private void apply(OrgEntry entry) {
    switch (entry) {
      case Saved saved -> {
        var record = records(saved.type()).computeIfAbsent(saved.id(), _ -> new LinkedHashMap<>());
        record.put("Id", saved.id());
        record.putAll(saved.fields());
        saves.merge(saved.type(), 1, Integer::sum);
        var external = OrgSchema.object(saved.type()).externalId();
        var value = external.isEmpty() ? null : record.get(external);
        if (value != null) {
          idsByExternalId
              .computeIfAbsent(saved.type(), _ -> new HashMap<>())
              .put(key(saved.type(), value), saved.id());
        }
      }
      case Deleted gone -> {
        records(gone.type()).remove(gone.id());
        deleted.add(gone.id());
      }
      case Published published -> bus.add(published);
    }
  }

  /** Intents' ids are case-sensitive, orders' numbers are not. */
  private static String key(String type, String value) {
    return type.equals(OrgSchema.INTENT) ? value : value.toUpperCase(Locale.ROOT);
  }

  /** A record as it is, by its external id. */
  public synchronized Optional<Map<String, @Nullable String>> record(String type, String value) {
    var object = OrgSchema.object(type);
    return find(type, object.externalId(), value).map(id -> new TreeMap<>(records(type).get(id)));
  }

  /** A record as it is, by its id. */
  public synchronized Optional<Map<String, @Nullable String>> recordOf(String type, String id) {
    return Optional.ofNullable(records(type).get(id)).map(TreeMap::new);
  }

  /** How many intents have each status. */
  public synchronized Map<String, Integer> intents() {
    return counted(OrgSchema.INTENT, "Status__c");
  }

  /** How many orders are shown in each state. */
  public synchronized Map<String, Integer> orders() {
    return counted(OrgSchema.ORDER, "State__c");
  }

  private Map<String, Integer> counted(String type, String field) {
    var counts = new TreeMap<String, Integer>();
    for (var record : records(type).values()) {
      counts.merge(String.valueOf(record.get(field)), 1, Integer::sum);
    }
    return counts;
  }

  /** For tests and people: counts, and each order as the org shows it. */
  synchronized JsonNode books() {
    var books = json.createObjectNode();
    books.set("intents", json.valueToTree(intents()));
    books.set("orderStates", json.valueToTree(orders()));
    books.set("saves", json.valueToTree(saves));
    var events = books.putObject("events");
    for (var topic :
        List.of(
            OrgSchema.topicOf(OrgSchema.INTENT_EVENT),
            OrgSchema.topicOf(OrgSchema.STATUS_EVENT),
            OrgSchema.changesOf("Account"),
            OrgSchema.changesOf("Contact"))) {
      events.put(topic, bus.end(topic));
    }
    var intents = books.putObject("intentRecords");
    for (var record : records(OrgSchema.INTENT).values()) {
      intents
          .putObject(String.valueOf(record.get("Intent_Id__c")))
          .put("order", record.get("Order_Number__c"))
          .put("status", record.get("Status__c"))
          .put("detail", record.get("Status_Detail__c"));
    }
    var orders = books.putObject("orders");
    for (var record : new ArrayList<>(records(OrgSchema.ORDER).values())) {
      orders.set(String.valueOf(record.get("Order_Number__c")), json.valueToTree(record));
    }
    return books;
  }

  @Override
  public void close() {
    journal.close();
  }
}
