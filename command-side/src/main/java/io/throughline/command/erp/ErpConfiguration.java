package io.throughline.command.erp;

import io.throughline.command.platform.Traces;
import io.throughline.command.platform.http.Caller;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NetSuiteProperties.class)
class ErpConfiguration {

  @Bean
  Erp erp(NetSuiteProperties properties, Traces traces) {
    var caller = new Caller(properties.permits(), properties.timeout(), traces);
    return new NetSuiteErp(
        new NetSuiteClient(
            properties, caller, new NetSuiteToken(properties, caller, Clock.systemUTC())));
  }
}
