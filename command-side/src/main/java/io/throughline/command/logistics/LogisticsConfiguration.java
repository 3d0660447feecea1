package io.throughline.command.logistics;

import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.OutsideCalls;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  LogisticsProperties.class,
  ShipBobProperties.class,
  ShipHeroProperties.class
})
class LogisticsConfiguration {
  private static final String SHIPBOB = "throughline.logistics.shipbob.base-url";
  private static final String SHIPHERO = "throughline.logistics.shiphero.base-url";

  @Bean
  Carriers carriers(List<Carrier> connected, LogisticsProperties properties) {
    return new Carriers(connected, properties.warehouses(), properties.usual());
  }

  @Bean
  MilestonePatience milestonePatience(LogisticsProperties properties) {
    return properties.patience();
  }

  @Bean
  ReturnPatience returnPatience(LogisticsProperties properties) {
    return properties.returns();
  }

  @Bean
  @ConditionalOnProperty(SHIPBOB)
  Carrier shipBob(ShipBobProperties properties, OutsideCalls calls) {
    return shipBob(
        properties,
        calls.to(
            ShipBobCarrier.PROVIDER,
            properties.permits(),
            properties.rate(),
            properties.timeout()));
  }

  static Carrier shipBob(ShipBobProperties properties, Caller caller) {
    return new ShipBobCarrier(
        new ShipBobClient(properties, caller), new ShipBobRequests(properties.locations()));
  }

  @Bean
  @ConditionalOnProperty(SHIPBOB)
  Webhook shipBobMessages(ShipBobProperties properties) {
    return new ShipBobMessages(new StandardWebhooks(properties.webhookSecret(), Clock.systemUTC()));
  }

  @Bean
  @ConditionalOnProperty(SHIPHERO)
  Carrier shipHero(ShipHeroProperties properties, OutsideCalls calls) {
    return shipHero(
        properties,
        calls.to(ShipHeroCarrier.PROVIDER, properties.permits(), null, properties.timeout()),
        Clock.systemUTC());
  }

  static Carrier shipHero(ShipHeroProperties properties, Caller caller, Clock wall) {
    var token = ShipHeroToken.of(properties, caller, wall);
    return new ShipHeroCarrier(
        new ShipHeroClient(properties, caller, token),
        properties.shopName(),
        properties.locations());
  }

  @Bean
  @ConditionalOnProperty(SHIPHERO)
  Webhook shipHeroMessages(ShipHeroProperties properties) {
    return new ShipHeroMessages(properties.webhookSecret());
  }
}
