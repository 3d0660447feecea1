package io.throughline.command.salesforce;

import io.throughline.command.customer.CustomerCommand.ChangeCustomer;
import io.throughline.command.customer.CustomerCommand.RegisterCustomer;
import io.throughline.command.customer.Particulars;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.platform.BusinessRefusal;
import io.throughline.command.salesforce.EventTopic.AskedInVain;
import io.throughline.kernel.Address;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.MetadataKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
  private static final String FIELDS =
      "select Id, Name, AccountNumber, Phone, OwnerId, CurrencyIsoCode, BillingStreet, BillingCity,"
          + " BillingState, BillingPostalCode, BillingCountryCode from Account";
  private static final String NUMBERED = " where AccountNumber != null";

  private final SalesforceClient client;
  private final CommandGateway commands;
  private final EventLog log;
  private final JdbcTemplate jdbc;
  private final BusinessClock clock;

  Accounts(
      SalesforceClient client,
      CommandGateway commands,
      EventLog log,
      JdbcTemplate jdbc,
      BusinessClock clock) {
    this.client = client;
    this.commands = commands;
    this.log = log;
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
    var rows = new ArrayList<JsonNode>();
    AskedInVain.unless(client.query(FIELDS + where + " order by Id", rows::addAll));
    for (var from = 0; from < rows.size(); from += SalesforceClient.MOST_RECORDS) {
      var some = rows.subList(from, Math.min(rows.size(), from + SalesforceClient.MOST_RECORDS));
      var contacts = contacts(some.stream().map(row -> row.path("Id").asString("")).toList());
      for (var row : some) {
        state(row, contacts.get(row.path("Id").asString("")));
      }
    }
  }

  /** The first that each account got. */
  private Map<String, JsonNode> contacts(List<String> accounts) throws AskedInVain {
    var first = new HashMap<String, JsonNode>();
    AskedInVain.unless(
        client.query(
            "select AccountId, Name, Email, Phone from Contact where AccountId in ("
                + quoted(accounts)
                + ") order by CreatedDate, Id",
            page ->
                page.forEach(row -> first.putIfAbsent(row.path("AccountId").asString(""), row))));
    return first;
  }

  private void state(JsonNode account, @Nullable JsonNode contact) {
    var id = account.path("Id").asString("");
    try {
      var customer = new CustomerId(account.path("AccountNumber").asString(""));
      var particulars = particulars(account, contact);
      send(
          log.has("customer/" + customer)
              ? new ChangeCustomer(customer, particulars, clock.instant())
              : new RegisterCustomer(customer, particulars, clock.instant()),
          particulars.owner());
      jdbc.update("delete from salesforce_accounts where account_id = ?", id);
    } catch (BusinessRefusal | IllegalArgumentException no) {
      complain(id, no);
    } catch (CommandExecutionException e) {
      if (!(e.getCause() instanceof BusinessRefusal no)) {
        throw e;
      }
      complain(id, no);
    }
  }

  private void send(Object command, String owner) {
    commands.sendAndWait(
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

  /**
   * @throws IllegalArgumentException naming the field that is missing
   */
  private static Particulars particulars(JsonNode account, @Nullable JsonNode contact) {
    var phone = text(account, "Phone");
    return new Particulars(
        required(account, "Name"),
        contact == null ? null : text(contact, "Name"),
        contact == null ? null : text(contact, "Email"),
        phone == null && contact != null ? text(contact, "Phone") : phone,
        new Address(
            required(account, "Name"),
            required(account, "BillingStreet"),
            required(account, "BillingCity"),
            text(account, "BillingState"),
            text(account, "BillingPostalCode"),
            required(account, "BillingCountryCode")),
        Currency.getInstance(required(account, "CurrencyIsoCode")),
        required(account, "OwnerId"));
  }

  private static String required(JsonNode row, String field) {
    var value = text(row, field);
    if (value == null) {
      throw new IllegalArgumentException("The account's " + field + " is empty.");
    }
    return value;
  }

  private static @Nullable String text(JsonNode row, String field) {
    var value = row.path(field).asString("").strip();
    return value.isEmpty() ? null : value;
  }

  /** Those that could not be taken as they are, for operations. */
  List<Map<String, @Nullable Object>> troubles(int limit) {
    return jdbc.queryForList(
        "select account_id, reason, since from salesforce_accounts order by since limit ?", limit);
  }
}
