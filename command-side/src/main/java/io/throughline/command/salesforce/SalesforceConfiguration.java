package io.throughline.command.salesforce;

import io.micrometer.core.instrument.MeterRegistry;
import io.throughline.command.customer.CrmCustomers;
import io.throughline.command.eventstore.ClusterLock;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.intents.IntentDesk;
import io.throughline.command.platform.http.OutsideCalls;
import io.throughline.kernel.BusinessClock;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The connection to the org, where one is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("throughline.salesforce.login-url")
@EnableConfigurationProperties(SalesforceProperties.class)
class SalesforceConfiguration {
  private static final String ACCOUNT = "salesforce";

  private static final Set<String> OF_ACCOUNTS =
      Set.of(
          "Name",
          "AccountNumber",
          "Phone",
          "OwnerId",
          "CurrencyIsoCode",
          "BillingAddress",
          "BillingStreet",
          "BillingCity",
          "BillingState",
          "BillingStateCode",
          "BillingPostalCode",
          "BillingCountry",
          "BillingCountryCode");

  private static final Set<String> OF_CONTACTS = Set.of("Name", "Email", "Phone", "AccountId");

  /** All that speaks to the org shares a session and a budget. */
  record Org(SalesforceToken token, SalesforceClient client) {}

  @Bean
  Org salesforceOrg(SalesforceProperties properties, OutsideCalls calls) {
    var caller = calls.to(ACCOUNT, properties.permits(), properties.rate(), properties.timeout());
    var token = new SalesforceToken(properties, caller, Clock.systemUTC());
    return new Org(token, new SalesforceClient(properties, caller, token));
  }

  @Bean(destroyMethod = "close")
  PubSubClient pubSubClient(SalesforceProperties properties, Org org) {
    return new PubSubClient(properties, org.token());
  }

  @Bean
  TakenIntents takenIntents(JdbcTemplate jdbc) {
    return new TakenIntents(jdbc);
  }

  @Bean
  Intents salesforceIntents(
      Org org, IntentDesk desk, TakenIntents taken, TransactionTemplate transaction) {
    return new Intents(org.client(), desk, taken, transaction);
  }

  @Bean
  Accounts salesforceAccounts(
      Org org,
      CommandGateway commands,
      EventLog log,
      CustomerNews news,
      JdbcTemplate jdbc,
      BusinessClock clock) {
    return new Accounts(org.client(), commands, log, news, jdbc, clock);
  }

  @Bean
  CustomerTeller customerTeller(
      Org org,
      Accounts accounts,
      CrmCustomers customers,
      CustomerNews news,
      CommandGateway commands,
      BusinessClock clock) {
    return new CustomerTeller(org.client(), accounts, customers, news, commands, clock);
  }

  @Bean
  ReplayPositions replayPositions(JdbcTemplate jdbc) {
    return new ReplayPositions(jdbc);
  }

  @Bean
  Subscriber intentSubscriber(
      Intents intents,
      PubSubClient client,
      ReplayPositions positions,
      DataSource dataSource,
      SalesforceProperties properties,
      MeterRegistry meters) {
    return subscriber(new IntentTopic(intents), client, positions, dataSource, properties, meters);
  }

  @Bean
  Subscriber accountSubscriber(
      Accounts accounts,
      PubSubClient client,
      ReplayPositions positions,
      DataSource dataSource,
      SalesforceProperties properties,
      MeterRegistry meters) {
    var topic =
        new ChangeTopic(
            "Account",
            ClusterLock.Work.TAKING_ACCOUNTS,
            OF_ACCOUNTS,
            properties.clientId(),
            accounts.reader());
    return subscriber(topic, client, positions, dataSource, properties, meters);
  }

  @Bean
  Subscriber contactSubscriber(
      Accounts accounts,
      PubSubClient client,
      ReplayPositions positions,
      DataSource dataSource,
      SalesforceProperties properties,
      MeterRegistry meters) {
    var topic =
        new ChangeTopic(
            "Contact",
            ClusterLock.Work.TAKING_CONTACTS,
            OF_CONTACTS,
            properties.clientId(),
            accounts.readerOfContacts());
    return subscriber(topic, client, positions, dataSource, properties, meters);
  }

  private static Subscriber subscriber(
      EventTopic topic,
      PubSubClient client,
      ReplayPositions positions,
      DataSource dataSource,
      SalesforceProperties properties,
      MeterRegistry meters) {
    var hearing = new Hearing(topic.name(), Clock.systemUTC(), meters);
    return new Subscriber(topic, client, positions, dataSource, properties, hearing);
  }

  @Bean("salesforce")
  ConnectionHealth connectionHealth(List<Subscriber> subscribers) {
    return new ConnectionHealth(subscribers);
  }

  @Bean
  Teller teller(
      Org org,
      PubSubClient pubSub,
      TakenIntents intents,
      OrderStatuses orders,
      CustomerTeller customers,
      DataSource dataSource,
      SalesforceProperties properties) {
    return new Teller(org.client(), pubSub, intents, orders, customers, dataSource, properties);
  }
}
