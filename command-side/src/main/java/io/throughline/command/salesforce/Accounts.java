package io.throughline.command.salesforce;

import io.throughline.command.customer.CustomerCommand.TakeFromCrm;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.platform.BusinessRefusal;
import io.throughline.command.salesforce.EventTopic.AskedInVain;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.MetadataKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Accounts as customers: those that have a number. An account that is stated again as it was
 * changes nothing; one that cannot be a customer as it is stands among what operations look at,
 * until it is changed.
 */
final class Accounts {
  private static final String NUMBERED = " where AccountNumber != null";

  /**
   * An account as it was read.
   *
   * @param head the log's end before that: of what a customer was told later it knows nothing
   */
  record Read(AccountRecord record, long head) {}

  /** What became of what an account states. */
  enum Taking {
    TAKEN,
    /** The customer has moved on since the account was read: it is to be read again. */
    MOVED_ON,
    /** It cannot be a customer as it is. */
    REFUSED
  }

  private final SalesforceClient client;
  private final CommandGateway commands;
  private final EventLog log;
  private final CustomerNews news;
  private final JdbcTemplate jdbc;
  private final BusinessClock clock;

  Accounts(
      SalesforceClient client,
      CommandGateway commands,
      EventLog log,
      CustomerNews news,
      JdbcTemplate jdbc,
      BusinessClock clock) {
    this.client = client;
    this.commands = commands;
    this.log = log;
    this.news = news;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Of the accounts themselves. */
  ChangeTopic.Reader reader() {
    return new ChangeTopic.Reader() {
      @Override
      public void read(Collection<String> ids) throws AskedInVain {
        readAccounts(NUMBERED + " and Id in (" + quoted(ids) + ")");
      }

      @Override
      public void readAll() throws AskedInVain {
        readAccounts(NUMBERED);
      }
    };
  }

  /** Of the accounts whose contacts they are. */
  ChangeTopic.Reader readerOfContacts() {
    return new ChangeTopic.Reader() {
      @Override
      public void read(Collection<String> ids) throws AskedInVain {
        var accounts = new LinkedHashSet<String>();
        AskedInVain.unless(
            client.query(
                "select Id, AccountId from Contact where Id in (" + quoted(ids) + ") order by Id",
                page -> page.forEach(row -> accounts.add(row.path("AccountId").asString("")))));
        accounts.remove("");
        if (!accounts.isEmpty()) {
          reader().read(accounts);
        }
      }

      @Override
      public void readAll() throws AskedInVain {
        readAccounts(NUMBERED);
      }
    };
  }

  private static String quoted(Collection<String> ids) {
    return String.join(",", ids.stream().map(SalesforceClient::quoted).toList());
  }

  private void readAccounts(String where) throws AskedInVain {
    var again = new ArrayList<String>();
    for (var record : records(where)) {
      if (take(record) == Taking.MOVED_ON) {
        again.add(record.record().id());
      }
    }
    for (var from = 0; from < again.size(); from += SalesforceClient.MOST_RECORDS) {
      var to = Math.min(again.size(), from + SalesforceClient.MOST_RECORDS);
      reader().read(again.subList(from, to));
    }
  }

  /**
   * The accounts of these customers, by the customers' numbers. Salesforce does not see to it that
   * a number is there but once.
   *
   * @param customers up to 200
   */
  Map<String, List<Read>> numbered(Collection<CustomerId> customers) throws AskedInVain {
    var found = new HashMap<String, List<Read>>();
    var numbers = customers.stream().map(CustomerId::value).toList();
    for (var read : records(" where AccountNumber in (" + quoted(numbers) + ")")) {
      var number = read.record().number().strip().toUpperCase(Locale.ROOT);
      found.computeIfAbsent(number, _ -> new ArrayList<>()).add(read);
    }
    return found;
  }

  /** Each with its first contact. */
  private List<Read> records(String where) throws AskedInVain {
    var head = log.head();
    var rows = new ArrayList<JsonNode>();
    AskedInVain.unless(
        client.query(
            "select " + AccountRecord.ACCOUNT_FIELDS + " from Account" + where + " order by Id",
            rows::addAll));
    var records = new ArrayList<Read>();
    for (var from = 0; from < rows.size(); from += SalesforceClient.MOST_RECORDS) {
      var some = rows.subList(from, Math.min(rows.size(), from + SalesforceClient.MOST_RECORDS));
      var contacts = contacts(some.stream().map(row -> row.path("Id").asString("")).toList());
      for (var row : some) {
        var record = new AccountRecord(row, contacts.get(row.path("Id").asString("")));
        records.add(new Read(record, head));
      }
    }
    return records;
  }

  /** The first that each account got. */
  private Map<String, JsonNode> contacts(List<String> accounts) throws AskedInVain {
    var first = new HashMap<String, JsonNode>();
    AskedInVain.unless(
        client.query(
            "select "
                + AccountRecord.CONTACT_FIELDS
                + " from Contact where AccountId in ("
                + quoted(accounts)
                + ") order by CreatedDate, Id",
            page ->
                page.forEach(row -> first.putIfAbsent(row.path("AccountId").asString(""), row))));
    return first;
  }

  /** Has the customer take notice of what its account states. */
  Taking take(Read read) {
    var record = read.record();
    try {
      var customer = new CustomerId(record.number());
      var particulars = record.particulars();
      var history = log.of("customer/" + customer);
      if (!history.isEmpty() && history.getLast().globalIndex() > read.head()) {
        return Taking.MOVED_ON;
      }
      var version = history.isEmpty() ? 0 : history.getLast().sequence() + 1;
      var taken =
          send(
              new TakeFromCrm(customer, record.id(), particulars, version, clock.instant()),
              particulars.owner());
      if (!taken) {
        return Taking.MOVED_ON;
      }
      jdbc.update("delete from salesforce_accounts where account_id = ?", record.id());
      news.heard(customer);
      return Taking.TAKEN;
    } catch (BusinessRefusal | IllegalArgumentException no) {
      complain(record.id(), no);
    } catch (CommandExecutionException e) {
      if (!(e.getCause() instanceof BusinessRefusal no)) {
        throw e;
      }
      complain(record.id(), no);
    }
    return Taking.REFUSED;
  }

  private boolean send(TakeFromCrm command, String owner) {
    return commands.<Boolean>sendAndWait(
        new GenericCommandMessage<>(
            command, Map.of(MetadataKeys.SOURCE, Intents.CHANNEL, MetadataKeys.ACTOR, owner)));
  }

  private void complain(String id, RuntimeException no) {
    jdbc.update(
        "insert into salesforce_accounts (account_id, reason, since) values (?, ?, now()) on"
            + " conflict (account_id) do update set reason = excluded.reason",
        id,
        no.getMessage());
  }

  /** Those that could not be taken as they are, for operations. */
  List<Map<String, @Nullable Object>> troubles(int limit) {
    return jdbc.queryForList(
        "select account_id, reason, since from salesforce_accounts order by since limit ?", limit);
  }
}
