package io.throughline.command.logistics;

import io.throughline.command.platform.Traces;
import io.throughline.command.platform.http.Caller;
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
  @ConditionalOnProperty(SHIPBOB)
  Carrier shipBob(ShipBobProperties properties, Traces traces) {
    return shipBob(properties, new Caller(properties.permits(), properties.timeout(), traces));
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
  Carrier shipHero(ShipHeroProperties properties, Traces traces) {
    return shipHero(
        properties,
        new Caller(properties.permits(), properties.timeout(), traces),
        Clock.systemUTC());
  }

  static Carrier shipHero(ShipHeroProperties properties, Caller caller, Clock wall) {
    var token = new ShipHeroToken(properties, caller, wall);
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
