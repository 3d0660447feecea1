package io.throughline.command.erp;

import io.throughline.command.platform.http.OutsideCalls;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErpProperties.class)
class ErpConfiguration {

  @Bean
  Erps erps(ErpProperties properties, OutsideCalls calls) {
    var accounts = new HashMap<>(properties.accounts());
    accounts.put(ErpProperties.USUAL, properties.netsuite());
    var erps = new HashMap<String, Erp>();
    accounts.forEach((name, account) -> erps.put(name, netSuite(name, account, calls)));
    return new Erps(Map.copyOf(erps), new ErpRoutes(properties.routes(), ErpProperties.USUAL));
  }

  /** The usual account, for what is not about one order. */
  @Bean
  Erp erp(Erps erps) {
    return erps.at(ErpProperties.USUAL);
  }

  private static Erp netSuite(String name, NetSuiteProperties account, OutsideCalls calls) {
    var caller =
        calls.to(
            name, account.permits(), account.rate(), account.timeout(), NetSuiteMaintenance.NOTICE);
    return new NetSuiteErp(
        new NetSuiteClient(account, caller, NetSuiteToken.of(account, caller, Clock.systemUTC())),
        account.longOrder());
  }
}
