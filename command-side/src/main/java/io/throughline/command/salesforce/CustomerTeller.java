package io.throughline.command.salesforce;

import io.throughline.command.customer.CrmCustomers;
import io.throughline.command.customer.CustomerCommand.ConfirmInCrm;
import io.throughline.command.customer.CustomerCommand.RefuseInCrm;
import io.throughline.command.salesforce.AccountRecord.Update;
import io.throughline.command.salesforce.Accounts.Read;
import io.throughline.command.salesforce.CustomerNews.Untold;
import io.throughline.command.salesforce.EventTopic.AskedInVain;
import io.throughline.command.salesforce.SalesforceClient.RecordResult;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.customer.CustomerField;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings accounts up to what stands of their customers. Each account is read first, and what
 * somebody changed there is taken; then only what differs is written, and only if the record is
 * still as it was read. An update whose outcome is not known is no matter: the account is read
 * again.
 */
final class CustomerTeller {
  private static final Logger log = LoggerFactory.getLogger(CustomerTeller.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** An account and its contact are a request each, in one call. */
  static final int MOST_CUSTOMERS = SalesforceClient.MOST_UPDATES / 2;

  private final SalesforceClient client;
  private final Accounts accounts;
  private final CrmCustomers customers;
  private final CustomerNews news;
  private final CommandGateway commands;
  private final BusinessClock clock;

  CustomerTeller(
      SalesforceClient client,
      Accounts accounts,
      CrmCustomers customers,
      CustomerNews news,
      CommandGateway commands,
      BusinessClock clock) {
    this.client = client;
    this.accounts = accounts;
    this.customers = customers;
    this.news = news;
    this.commands = commands;
    this.clock = clock;
  }

  /** What is to be written for one customer, and what the account has once it is. */
  private record Letter(
      Untold news, String account, List<Update> updates, Set<CustomerField> fields, long version) {}

  /**
   * @return how many customers were looked after
   * @throws NotNow if the org cannot be asked
   */
  int tell() {
    var untold = news.untold(MOST_CUSTOMERS);
    var open = new ArrayList<Untold>();
    for (var each : untold) {
      if (customers.of(each.customerId()).isPresent()) {
        open.add(each);
      } else {
        news.told(each); // it has no account, or the account has said so itself
      }
    }
    if (!open.isEmpty()) {
      deliver(letters(open));
    }
    return untold.size();
  }

  private List<Letter> letters(List<Untold> open) {
    var letters = new ArrayList<Letter>();
    var found = read(open);
    for (var each : open) {
      var records = found.getOrDefault(each.customerId().value(), List.of());
      if (records.size() == 1) {
        letter(each, records.getFirst()).ifPresent(letters::add);
      } else {
        complain(
            each,
            records.isEmpty()
                ? "The org has no account with this number any more."
                : "The org has " + records.size() + " accounts with this number.");
      }
    }
    return letters;
  }

  private Map<String, List<Read>> read(List<Untold> open) {
    try {
      return accounts.numbered(open.stream().map(Untold::customerId).toList());
    } catch (AskedInVain e) {
      throw new NotNow(String.valueOf(e.getMessage()), null);
    }
  }

  /** Empty where there is none to write, or not now. */
  private Optional<Letter> letter(Untold each, Read read) {
    var record = read.record();
    switch (accounts.take(read)) {
      case MOVED_ON -> news.later(each, Instant.now());
      case REFUSED -> complain(each, "The account cannot be a customer as it is.");
      case TAKEN -> {
        var now = customers.of(each.customerId());
        if (now.isPresent()) {
          var wanted = CustomerRecord.of(each.customerId(), now.get().particulars());
          var updates = record.updates(wanted, now.get().fields());
          return Optional.of(
              new Letter(each, record.id(), updates, held(record), now.get().version()));
        }
        news.told(each);
      }
    }
    return Optional.empty();
  }

  private static Set<CustomerField> held(AccountRecord record) {
    return CrmCustomers.FIELDS.stream().filter(record::holds).collect(Collectors.toSet());
  }

  private void deliver(List<Letter> letters) {
    var updates = letters.stream().flatMap(it -> it.updates().stream()).toList();
    var results = new LinkedHashMap<Update, RecordResult>();
    if (!updates.isEmpty()) {
      var answers = NotNow.unlessDone(client.update(updates));
      for (var i = 0; i < answers.size(); i++) {
        results.put(updates.get(i), answers.get(i));
      }
    }
    for (var letter : letters) {
      delivered(letter, letter.updates().stream().map(results::get).toList());
    }
  }

  private void delivered(Letter letter, List<RecordResult> results) {
    var refusals = new ArrayList<String>();
    for (var result : results) {
      switch (result) {
        case RecordResult.Saved _ -> {}
        case RecordResult.Later(var reason) -> {
          log.info("{} is told again: {}", letter.news().customerId(), reason);
          news.later(letter.news(), Instant.now().plus(PAUSE));
          return;
        }
        case RecordResult.Refused(_, var reason) -> refusals.add(reason);
      }
    }
    if (!refusals.isEmpty()) {
      complain(letter.news(), String.join("; ", refusals));
      return;
    }
    commands.sendAndWait(
        new ConfirmInCrm(
            letter.news().customerId(),
            letter.account(),
            letter.fields(),
            letter.version(),
            clock.instant()));
    if (customers.of(letter.news().customerId()).isEmpty()) {
      news.told(letter.news());
    } else if (letter.fields().contains(CustomerField.EMAIL)) {
      news.later(letter.news(), Instant.now()); // it has moved on
    } else {
      complain(letter.news(), "The account has no contact to hold the e-mail address.");
    }
  }

  private void complain(Untold each, String reason) {
    log.error("Salesforce is not told of the customer {}: {}", each.customerId(), reason);
    commands.sendAndWait(new RefuseInCrm(each.customerId(), reason, clock.instant()));
    news.complain(each, reason);
  }
}
